package org.shuangbaodao.inspection;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.jsoup.nodes.FormElement;

/** Somebody who calls whatever there is to be called, in his own name, over pages and API. */
@ApplicationScoped
class Intruder {

    /** What brings a record further, or back to where it can be brought further. */
    private static final List<String> ADDRESSES = List.of("confirmation", "award", "release", "undoing", "confirmation",
            "award");
    private static final List<String> VERBS = List.of("CONFIRM", "AWARD", "RELEASE", "CARRY_OVER", "TAKE_POINTS", "ANNUL");

    private final As as;

    Intruder(As as) {
        this.as = as;
    }

    /** A report of his own, or with a number for somebody else. */
    Response report(Member who, String number, Organization community, String from, int minutes) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body(number, community, from, minutes)).post("/api/records");
    }

    static Map<String, Object> body(String number, Organization community, String from, int minutes) {
        Map<String, Object> body = new HashMap<>(Map.of("startedAt", from, "endedAt",
                LocalDateTime.parse(from).plusMinutes(minutes).toString(), "summary", "小区门口值守", "communityCode",
                community.code));
        body.put("memberNumber", number);
        body.put("lateReason", "一直在外地");
        return body;
    }

    /** The same by the page. */
    int reportOnPage(Member who, String number, Organization community, String day) {
        Pages web = as.pages(who);
        return web
                .submit(Pages.form(web.get("/records/new"), "/records/new"), Map.of("day", day, "from", "09:00", "to", "10:00",
                        "summary", "小区门口值守", "community", community.code, "member", number))
                .status();
    }

    Response list(Member who, Happening happening, List<Member> people) {
        return as.api(who).body(Map.of("rows", people.stream().map(each -> Map.of("memberNumber", each.number)).toList(),
                "consentNote", "口头同意", "lateReason", "名单漏了")).post("/api/activities/" + happening.id() + "/list");
    }

    Response whole(Member who, Happening happening, List<String> also) {
        return as.api(who).body(Map.of("also", also)).post("/api/activities/" + happening.id() + "/confirmation");
    }

    /** Everything that could bring these records into the books. */
    void everything(Member who, List<String> ids) {
        for (String id : ids) {
            ADDRESSES.forEach(address -> as.api(who).body(Map.of("reason", "核对")).post("/api/records/" + id + "/" + address));
        }
        for (String verb : VERBS) {
            as.api(who).body(Map.of("verb", verb, "reason", "核对", "items",
                    ids.stream().map(id -> Map.of("id", id)).toList())).post("/api/records/decisions");
        }
        as.api(who).body(Map.of("reason", "核对", "records", ids.stream().map(id -> Map.of("id", id)).toList()))
                .post("/api/reversals");
        onPages(who, ids);
    }

    // With the token of another form of his: nothing of what he sends was offered to him.
    private void onPages(Member who, List<String> ids) {
        Pages web = as.pages(who);
        FormElement form = (FormElement) web.get("/me").selectFirst("form[action=/logout]");
        for (String id : ids.subList(0, Math.min(2, ids.size()))) {
            for (String address : List.of("release", "undoing")) {
                form.attr("action", "/records/" + id + "/" + address);
                web.submit(form, Map.of("reason", "核对", "settled", "核对", "version", record(id).version));
            }
        }
        for (String verb : List.of("confirm", "award")) {
            List<String> items = new ArrayList<>();
            ids.forEach(id -> items.add(id + ":" + record(id).version));
            form.attr("action", "/review");
            web.submit(form, Map.of("step", verb.equals("award") ? "award" : "confirmation", "verb", verb, "item", items));
        }
    }

    static ServiceRecord record(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ServiceRecord.<ServiceRecord> findById(Ids.parse(id).orElseThrow()));
    }

    static List<String> recordsOf(Member member) {
        return QuarkusTransaction.requiringNew().call(() -> ServiceRecord.<ServiceRecord> list("memberId = ?1 order by id",
                member.id).stream().map(each -> Ids.text(each.id)).toList());
    }
}
