package org.shuangbaodao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.rulebook.RuleItem.Caps;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Drafting, trying and adopting, in years far ahead: what is adopted here must not reach the service other tests are about.
 */
@QuarkusTest
class RuleDraftsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    RuleDrafts drafts;
    @Inject
    Rulebooks rulebooks;
    @Inject
    Standings standings;
    @Inject
    EntityManager database;

    Given.Town town;
    Member drafter;
    Member second;

    @BeforeEach
    void aTownInTheFuture() {
        clock.set("2040-03-01T09:00");
        town = given.town();
        drafter = given.officer(town.workingCommittee());
        second = given.officer(town.workingCommittee());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void onlyOfficersAtTheTopDraft() {
        for (Member other : List.of(given.officer(town.committee()), given.officer(town.area()), given.secretary(town.branch()),
                given.administrator(town.workingCommittee()))) {
            assertThatThrownBy(() -> drafts.begin(other.id)).hasMessage("rulebook/not-at-the-top");
        }
        long id = drafts.begin(drafter.id);
        Member elsewhere = given.officer(given.town().workingCommittee());
        assertThatThrownBy(() -> drafts.read(id, elsewhere.id)).hasMessage("rulebook/unknown-draft");
        assertThat(as.pages(given.officer(town.committee())).open("/rules/drafts").status()).isEqualTo(403);
    }

    @Test
    void aDraftIsWrittenInPlainFormsAndErrorsStandNextToTheField() {
        Pages pages = as.pages(drafter);
        Document list = pages.get("/rules/drafts");
        String address = pages.submit(Pages.form(list, "/rules/drafts"), Map.of()).location();

        Document item = pages.get(address + "/items/SV-01");
        Pages.Answer wrong = pages.submit(Pages.form(item, address + "/items/SV-01"), Map.of("points", "-1", "perDay", "zwei"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().selectFirst("input[name=perDay]").attr("aria-invalid")).isEqualTo("true");
        assertThat(wrong.page().selectFirst("input[name=perDay]").val()).isEqualTo("zwei");

        assertThat(pages.submit(Pages.form(item, address + "/items/SV-01"), Map.of("points", "0.60", "perYear", "50")).status())
                .isEqualTo(303);
        Document added = pages.get(address + "/items/new");
        assertThat(pages.submit(Pages.form(added, address + "/items/new"), Map.of("code", "SV-07", "nameCn", "夜间值守",
                "profile", "SERVICE", "group", "SERVICE", "measure", "EVENT", "points", "1.5")).status()).isEqualTo(303);
        Document general = pages.get(address + "/general");
        Pages.Answer early = pages.submit(Pages.form(general, address + "/general"),
                Map.of("title", "办法", "number", "1号", "from", "2040-03-02"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.page().text()).contains("至少在两天以后");
        assertThat(pages.submit(Pages.form(general, address + "/general"),
                Map.of("title", "积分办法", "number", "组发〔2040〕1号", "from", "2040-03-03")).status()).isEqualTo(303);
        for (String form : List.of("targets", "hundred")) {
            assertThat(pages.submit(Pages.form(pages.get(address + "/" + form), address + "/" + form), Map.of()).status())
                    .as(form).isEqualTo(303);
        }

        Document draft = pages.get(address);
        assertThat(draft.text()).contains("0.60", "SV-07", "夜间值守", "须由另一位负责人审定").doesNotContain("请先改正");
        long id = idOf(address);
        RuleItem hours = drafts.read(id, drafter.id).rules().serviceHours();
        assertThat(hours.hundredths()).isEqualTo(60);
        assertThat(hours.caps()).isEqualTo(new Caps(null, 800L, null, 5000L));
        drafts.discard(id, drafts.read(id, drafter.id).version(), drafter.id);
        assertThat(pages.open(address).status()).isEqualTo(409);
    }

    @Test
    void whoSavesSecondSeesBothAndDecides() {
        long id = drafts.begin(drafter.id);
        String address = "/rules/drafts/" + Ids.text(id);
        Pages mine = as.pages(drafter);
        Document seen = mine.get(address + "/items/SV-02");
        Pages theirs = as.pages(second);
        theirs.submit(Pages.form(theirs.get(address + "/items/SV-02"), address + "/items/SV-02"), Map.of("points", "6"));

        Pages.Answer conflict = mine.submit(Pages.form(seen, address + "/items/SV-02"), Map.of("points", "4"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.page().selectFirst("input[name=points]").val()).isEqualTo("4");
        assertThat(conflict.page().selectFirst("section.notice").text()).contains("6.00");
        assertThat(mine.submit(Pages.form(conflict.page(), address + "/items/SV-02"), Map.of()).status()).isEqualTo(303);
        assertThat(drafts.read(id, drafter.id).rules().item("SV-02").orElseThrow().hundredths()).isEqualTo(400);
        drafts.discard(id, drafts.read(id, drafter.id).version(), drafter.id);
    }

    @Test
    void aSecondPersonAdoptsWhatWasTriedAsItIs() {
        long id = drafts.begin(drafter.id);
        RuleDrafts.Draft draft = written(id, "2040-04-01", 70);

        assertThatThrownBy(() -> drafts.adopt(id, draft.version(), drafter.id)).hasMessage("rulebook/second-person");
        assertThatThrownBy(() -> drafts.adopt(id, draft.version(), second.id)).hasMessage("rulebook/not-simulated");
        drafts.simulated(id, draft.digest(), 2039, 0, drafter.id);
        RuleDrafts.Draft changed = written(id, "2040-04-02", 70);
        assertThatThrownBy(() -> drafts.adopt(id, changed.version(), second.id)).hasMessage("rulebook/not-simulated");
        drafts.simulated(id, changed.digest(), 2039, 0, second.id);
        assertThatThrownBy(() -> drafts.adopt(id, draft.version(), second.id)).hasMessage("rulebook/draft-changed");
        int before = rulebooks.all().get(0).version();

        int version = drafts.adopt(id, changed.version(), second.id);

        assertThat(version).isEqualTo(before + 1);
        assertThat(rulebooks.version(version)).get().extracting(found -> found.serviceHours().hundredths()).isEqualTo(70L);
        assertThat(rulebooks.on(LocalDate.of(2040, 4, 1)).version()).isNotEqualTo(version);
        assertThat(rulebooks.on(LocalDate.of(2040, 4, 2)).version()).isEqualTo(version);
        assertThatThrownBy(() -> drafts.adopt(id, changed.version(), second.id)).hasMessage("rulebook/draft-closed");
        Document coming = new Pages().get("/rules/" + version);
        assertThat(coming.text()).contains("组发〔2040〕7号", "2040-04-02", "已通过，尚未施行", "0.70");
        RestAssured.given().get("/api/rules/" + version).then().statusCode(200).body("version", equalTo(version),
                "items.find { it.code == 'SV-01' }.hundredths", equalTo(70));
        RestAssured.given().get("/api/rules/99999").then().statusCode(404);
    }

    @Test
    void ofTwoDraftsAdoptedAtOnceOneIsTheNextVersion() throws Exception {
        List<RuleDrafts.Draft> both = List.of(ready("2041-01-01"), ready("2041-02-01"));
        int before = rulebooks.all().get(0).version();
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Object>> adoptions = both.stream().<Callable<Object>> map(draft -> () -> {
                try {
                    return drafts.adopt(draft.id(), draft.version(), second.id);
                } catch (Problem problem) {
                    return problem.type();
                }
            }).toList();
            List<Object> results = people.invokeAll(adoptions).stream().map(RuleDraftsTest::result).toList();

            assertThat(results).containsExactlyInAnyOrder(before + 1, RulebookProblem.MOVED_ON);
        } finally {
            people.shutdown();
        }
        rulebooks.refresh();
        assertThat(rulebooks.all().get(0).version()).isEqualTo(before + 1);
    }

    @Test
    void oldEntriesStayAsTheyAreAndTheDayOfServiceDecides() {
        Member member = given.member(town.branch());
        Member secretary = given.secretary(town.branch());
        Member host = given.communitySecretary(town.community());
        clock.set("2042-03-01T09:00");
        String early = confirmed(member, host, "2042-02-26T09:00", "2042-02-26T10:00");
        award(secretary, early);
        String pending = confirmed(member, host, "2042-02-28T09:00", "2042-02-28T10:00");
        List<String> before = rows();
        long old = rulebooks.on(LocalDate.of(2042, 2, 28)).serviceHours().pointsFor(60);

        RuleDrafts.Draft draft = written(drafts.begin(drafter.id), "2042-03-03", 200);
        drafts.simulated(draft.id(), draft.digest(), 2041, 0, second.id);
        int version = drafts.adopt(draft.id(), draft.version(), second.id);
        clock.set("2042-03-10T09:00");
        award(secretary, pending);
        String late = confirmed(member, host, "2042-03-05T09:00", "2042-03-05T10:00");
        award(secretary, late);

        assertThat(rows()).startsWith(before.toArray(String[]::new));
        List<Object[]> awards = query("select rule_version, amount from ledger_entry where kind = 'AWARD' and holder_id = "
                + member.id + " order by sequence");
        assertThat(awards).extracting(row -> ((Number) row[1]).longValue()).containsExactly(old, old, 400L);
        assertThat(awards).extracting(row -> ((Number) row[0]).intValue() == version).containsExactly(false, false, true);
        assertThat(standings.of(member.id, Period.ALL).get(Book.POINTS)).isEqualTo(2 * old + 400);
    }

    private RuleDrafts.Draft ready(String from) {
        RuleDrafts.Draft draft = written(drafts.begin(drafter.id), from, 50);
        drafts.simulated(draft.id(), draft.digest(), 2039, 0, drafter.id);
        return draft;
    }

    private RuleDrafts.Draft written(long id, String from, long hundredths) {
        return drafts.change(id, drafts.read(id, drafter.id).version(), rules -> {
            RuleItem hours = rules.serviceHours();
            RuleItem changed = new RuleItem(hours.code(), hours.names(), hours.profile(), hours.group(), hours.measure(),
                    hundredths, hours.unitMinutes(), hours.percent(), hours.caps(), hours.stacking(), hours.levels());
            return DraftForm.put(rules, changed).as(rules.version(), LocalDate.parse(from),
                    new Rulebook.Document("积分办法", "组发〔2040〕7号"));
        }, drafter.id);
    }

    private String confirmed(Member member, Member host, String from, String to) {
        String id = as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守", "communityCode", town.community().code))
                .post("/api/records").then().statusCode(201).extract().path("id");
        as.api(host).body(Map.of()).post("/api/records/" + id + "/confirmation").then().statusCode(200);
        return id;
    }

    private void award(Member secretary, String id) {
        as.api(secretary).body(Map.of()).post("/api/records/" + id + "/award").then().statusCode(200);
    }

    /** Every column of every entry of the branch, as the database writes it. */
    private List<String> rows() {
        return query(
                "select sequence, concat_ws('|', id, book, holder_id, ifnull(community_id, '-'), period, served_on, amount,"
                        + " kind, rule_item, rule_version, parameters, source_type, source_id, source_revision, ifnull(reverses, '-'),"
                        + " posted_at, posted_by, format, digest, nonce, previous_hash, hash) from ledger_entry where branch_id = "
                        + town.branch().id + " order by sequence")
                .stream().map(row -> row[1].toString()).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> query(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql).getResultList());
    }

    private static long idOf(String address) {
        return Ids.parse(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private static Object result(Future<Object> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
