package org.shuangbaodao.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.servicerecord.RecordsDecided;
import org.shuangbaodao.servicerecord.RecordsDecided.Effect;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** Enters the points of approved records by the rule in force on the day of service. */
@ApplicationScoped
class PointsPosting {

    private final Ledger ledger;
    private final Members members;
    private final Rulebooks rulebooks;

    PointsPosting(Ledger ledger, Members members, Rulebooks rulebooks) {
        this.ledger = ledger;
        this.members = members;
        this.rulebooks = rulebooks;
    }

    void post(@Observes RecordsDecided decided) {
        if (decided.effect() == Effect.POST_POINTS) {
            List<Posting> postings = new ArrayList<>();
            decided.records().forEach(record -> postings.addAll(pointsOf(record)));
            ledger.post(ledger.asCorrections(postings), decided.actorId());
        }
    }

    // Working time earns nothing by default, but the entry of zero says so in the member's own ledger.
    private List<Posting> pointsOf(ServiceRecord record) {
        Rulebook rules = rulebooks.on(record.servedOn());
        long points = record.workingTime ? 0 : rules.serviceHours().pointsFor(record.minutes);
        return record.time().apportion(points).stream()
                .map(day -> new Posting(Book.POINTS, EntryKind.AWARD,
                        branchOn(record, day.date()), record.memberId, record.communityId, day.date(), day.amount(),
                        rules.serviceHours().code(),
                        rules.version(),
                        Posting.parameters(Map.of("dayMinutes", day.minutes(), "minutes", record.minutes, "points", points,
                                "unitMinutes", rules.serviceHours().unitMinutes(), "unitPoints",
                                rules.serviceHours().hundredths(), "workingTime", record.workingTime)),
                        Source.serviceRecord(record.id, record.revision), null))
                .toList();
    }

    private long branchOn(ServiceRecord record, LocalDate day) {
        return day.equals(record.servedOn()) ? record.branchId
                : members.branchOn(record.memberId, day).map(each -> each.branchId).orElse(record.branchId);
    }
}
