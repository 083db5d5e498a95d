package org.shuangbaodao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardFold;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.restassured.response.ValidatableResponse;
import org.jsoup.nodes.Document;

/**
 * A branch with what it did in the second quarter of 2026. Its notice starts on Monday, 28 September: five working days from
 * there reach across National Day to Saturday, 10 October, a make-up working day.
 */
@ApplicationScoped
class Quarter {

    static final Period SECOND = new Period("2026-Q2");
    static final Period THIRD = new Period("2026-Q3");
    static final String START = "2026-09-28T09:00";
    static final String LAST_DAY = "2026-10-10";

    private final Given given;
    private final As as;
    private final BoardFold boards;

    Quarter(Given given, As as, BoardFold boards) {
        this.given = given;
        this.as = as;
        this.boards = boards;
    }

    /**
     * @param named agreed to be named in public
     * @param silent did not
     */
    record Cast(Given.Town town, Member secretary, Member deputy, Member host, Member officer, Member superior, Member named,
            Member silent) {
    }

    /** With so many members that the branch stands on the boards by itself. */
    Cast cast() {
        return cast(8);
    }

    /** @param others members beside the four who act */
    Cast cast(int others) {
        Given.Town town = given.town();
        Member named = given.person().in(town.branch()).named("公开" + town.branch().code)
                .agreeing(ConsentPurpose.PUBLIC_NAME).saved();
        Member silent = given.person().in(town.branch()).named("匿名" + town.branch().code).saved();
        for (int i = 0; i < others; i++) {
            given.person().in(town.branch()).withoutAccount().saved();
        }
        return new Cast(town, given.secretary(town.branch()), given.deputy(town.branch()),
                given.communitySecretary(town.community()), given.officer(town.committee()),
                given.officer(town.workingCommittee()), named, silent);
    }

    /** @return id of the record */
    String reported(Cast cast, Member member, String from, String to) {
        return as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守", "communityCode",
                        cast.town.community().code, "lateReason", "一直在外地"))
                .post("/api/records").then().statusCode(201).extract().path("id");
    }

    String confirmed(Cast cast, Member member, String from, String to) {
        String id = reported(cast, member, from, to);
        as.api(cast.host).body(Map.of()).post("/api/records/" + id + "/confirmation");
        // Late ones take somebody above.
        if (as.api(member).get("/api/records/" + id).path("state").equals("SUBMITTED")) {
            decide(given.officer(cast.town.street()), id, "confirmation").statusCode(200);
        }
        return id;
    }

    String awarded(Cast cast, Member member, String from, String to) {
        String id = confirmed(cast, member, from, to);
        decide(cast.secretary, id, "award").statusCode(200);
        return id;
    }

    ValidatableResponse decide(Member who, String id, String verb) {
        return as.api(who).body(Map.of("reason", "核对")).post("/api/records/" + id + "/" + verb).then();
    }

    /** The page of the secretary, its preview, its button. @return the id of the notice */
    String started(Cast cast) {
        Pages.Answer answer = start(cast, cast.secretary);
        assertThat(answer.status()).as(answer.heading()).isEqualTo(303);
        String id = answer.location().substring("/notices/".length());
        assertThat(Ids.parse(id)).isPresent();
        return id;
    }

    Pages.Answer start(Cast cast, Member who) {
        Pages pages = as.pages(who);
        Document preview = pages.get("/notices/manage/preview?branch=" + cast.town.branch().code + "&days=5");
        return pages.submit(Pages.form(preview, "/notices/manage/start"), Map.of());
    }

    Pages.Answer close(Member who, String noticeId) {
        Pages pages = as.pages(who);
        Document manage = pages.get("/notices/manage");
        return pages.submit(Pages.form(manage, "/notices/" + noticeId + "/closing"), Map.of());
    }

    /** By a visitor. @return the receipt code */
    String objected(String noticeId, Map<String, ?> fields) {
        Pages visitor = new Pages();
        Pages.Answer answer = visitor.submit(Pages.form(visitor.get("/notices/" + noticeId + "/objections/new"),
                "/notices/" + noticeId + "/objections/new"), fields);
        assertThat(answer.status()).as(answer.heading()).isEqualTo(200);
        return answer.page().selectFirst("#receipt").text();
    }

    /** By somebody who sees the full list, about an entry in it. @return the id of the objection */
    String objectedTo(Member who, String noticeId, String recordId) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("text", "当天没有看到他", "deed", "SERVICE_RECORD/" + recordId))
                .post("/api/notices/" + noticeId + "/objections").then().statusCode(201).extract().path("id");
    }

    /** The page of the answer with the code of a visitor. */
    Document status(String receipt) {
        Pages visitor = new Pages();
        Pages.Answer answer = visitor.submit(Pages.form(visitor.get("/objections"), "/objections"), Map.of("code", receipt));
        assertThat(answer.status()).as(answer.heading()).isEqualTo(200);
        return answer.page();
    }

    Pages.Answer act(Member who, String objectionId, String step, Map<String, ?> fields) {
        Pages pages = as.pages(who);
        return pages.submit(
                Pages.form(pages.get("/objections/" + objectionId), "/objections/" + objectionId + "/" + step), fields);
    }

    Pages.Answer uphold(Member who, String objectionId, String recordId, String remedy) {
        return act(who, objectionId, "answer", Map.of("outcome", "UPHELD", "remedy",
                List.of(remedy + ":SERVICE_RECORD/" + recordId), "reason", "经核实没有到场"));
    }

    String idOfOnly(String noticeId) {
        List<Objection> objections = new ArrayList<>(Objection.to(Ids.parse(noticeId).orElseThrow()));
        assertThat(objections).hasSize(1);
        return Ids.text(objections.get(0).id);
    }

    void fold() {
        while (boards.fold() > 0) {
            // Until nothing is left, whoever else folds at the same time.
        }
    }
}
