package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.servicerecord.Eligibility;
import org.shuangbaodao.servicerecord.RecordsDecided;
import org.shuangbaodao.servicerecord.RecordsDecided.Effect;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** Enters the minutes of confirmed records, and takes everything of a record back when its confirmation is. */
@ApplicationScoped
class MinutesPosting {

    private final Ledger ledger;
    private final Members members;
    private final Rulebooks rulebooks;

    MinutesPosting(Ledger ledger, Members members, Rulebooks rulebooks) {
        this.ledger = ledger;
        this.members = members;
        this.rulebooks = rulebooks;
    }

    void post(@Observes RecordsDecided decided) {
        if (decided.effect() == Effect.POST_MINUTES) {
            List<Posting> postings = new ArrayList<>();
            decided.records().forEach(record -> postings.addAll(minutesOf(record)));
            ledger.post(postings, decided.actorId());
        }
        if (decided.effect() == Effect.REVERSE_ALL) {
            decided.records().forEach(record -> ledger.reverse(Source.SERVICE_RECORD, Ids.text(record.id), book -> true,
                    decided.noticed(), decided.actorId()));
        }
        if (decided.effect() == Effect.REVERSE_POINTS) {
            decided.records().forEach(record -> ledger.reverse(Source.SERVICE_RECORD, Ids.text(record.id),
                    book -> book == Book.POINTS, decided.noticed(), decided.actorId()));
        }
        if (decided.effect() == Effect.CARRY_OVER) {
            decided.records().forEach(record -> ledger.carryOver(Source.serviceRecord(record.id, record.revision),
                    decided.noticed(), decided.actorId()));
        }
    }

    private List<Posting> minutesOf(ServiceRecord record) {
        Book book = record.eligibility == Eligibility.VOLUNTEER ? Book.VOLUNTEER_MINUTES : Book.DUTY_MINUTES;
        return record.time().days().stream()
                .map(day -> new Posting(book, EntryKind.SERVICE, branchOn(record, day.date()), record.memberId,
                        record.communityId, day.date(), day.minutes(), Rulebook.HOURS, rulebooks.on(day.date()).version(),
                        Posting.parameters(Map.of("from", record.startedAt.toString(), "to", record.endedAt.toString(),
                                "minutes", record.minutes)),
                        Source.serviceRecord(record.id, record.revision), null))
                .toList();
    }

    private long branchOn(ServiceRecord record, LocalDate day) {
        return day.equals(record.servedOn()) ? record.branchId
                : members.branchOn(record.memberId, day).map(each -> each.branchId).orElse(record.branchId);
    }
}
