package org.shuangbaodao.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Member;

/** What stands in the books: the whole way of a record over HTTP, or entries as they are. */
@ApplicationScoped
public class Deeds {

    private final Given given;
    private final As as;
    private final Ledger ledger;

    Deeds(Given given, As as, Ledger ledger) {
        this.given = given;
        this.as = as;
        this.ledger = ledger;
    }

    /** A branch with a member, and those who confirm and award what he does. */
    public record Place(Given.Town town, Member member, Member secretary, Member host) {

        public long branchId() {
            return town.branch().id;
        }

        public String branchCode() {
            return town.branch().code;
        }
    }

    public Place place() {
        Given.Town town = given.town();
        return new Place(town, given.member(town.branch()), given.secretary(town.branch()),
                given.communitySecretary(town.community()));
    }

    /** Reported, confirmed and awarded; times as {@code 2026-10-10T09:00}. */
    public String awarded(Place place, String from, String to) {
        return awarded(place, from, to, false);
    }

    public String awarded(Place place, String from, String to, boolean workingTime) {
        String id = confirmed(place, from, to, workingTime);
        decide(place.secretary, id, "award");
        return id;
    }

    public String confirmed(Place place, String from, String to, boolean workingTime) {
        Map<String, Object> report = new HashMap<>(Map.of("startedAt", from, "endedAt", to, "summary", "小区门口值守",
                "communityCode", place.town.community().code, "workingTime", workingTime, "lateReason",
                "一直在外地"));
        String id = as.api(place.member).header("Idempotency-Key", UUID.randomUUID().toString()).body(report)
                .post("/api/records").then().statusCode(201).extract().path("id");
        as.api(place.host).body(Map.of()).post("/api/records/" + id + "/confirmation");
        // Late ones and long days take somebody above.
        if (as.api(place.member).get("/api/records/" + id).path("state").equals("SUBMITTED")) {
            decide(given.officer(place.town.street()), id, "confirmation");
        }
        return id;
    }

    public void decide(Member who, String recordId, String verb) {
        as.api(who).body(Map.of("reason", "核对")).post("/api/records/" + recordId + "/" + verb).then().statusCode(200);
    }

    /** Three entries of an hour each, on the first days of October 2026, that no record stands behind. */
    public Member threeEntries(Given.Town town) {
        Member member = given.member(town.branch());
        for (int day = 1; day <= 3; day++) {
            ledger.post(List.of(new Posting(Book.DUTY_MINUTES, EntryKind.SERVICE, town.branch().id, member.id, null,
                    LocalDate.of(2026, 10, day), 60, "HOURS", 1, Posting.parameters(Map.of("minutes", 60)),
                    Source.serviceRecord(Ids.next(), 1), null)), member.id);
        }
        return member;
    }
}
