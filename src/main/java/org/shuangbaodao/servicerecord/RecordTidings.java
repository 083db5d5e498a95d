package org.shuangbaodao.servicerecord;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Letter;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;

/**
 * Tells people what became of records they have to do with, in the transaction that did it. Nobody is told what he did himself,
 * and no reason is repeated: it stands with the record, where the link leads.
 */
@ApplicationScoped
class RecordTidings {

    private final Inbox inbox;
    private final BusinessTime time;

    RecordTidings(Inbox inbox, BusinessTime time) {
        this.inbox = inbox;
        this.time = time;
    }

    /** A new record waits for the community. */
    void entered(ServiceRecord record, long actorId) {
        tellHolder(RecordTiding.ENTERED, record, actorId);
        announceToCommunity(record);
    }

    /** The record came in again with other facts. */
    void corrected(ServiceRecord record, long actorId) {
        tellHolder(RecordTiding.CORRECTED, record, actorId);
        announceToCommunity(record);
    }

    private void tellHolder(RecordTiding tiding, ServiceRecord record, long actorId) {
        if (record.memberId != actorId) {
            inbox.tell(record.memberId, word(tiding, record));
        }
    }

    /** @param records as they stand after the step, flushed: their version makes the message one of its own */
    void decided(Verb verb, Collection<ServiceRecord> records, long actorId) {
        List<Letter> letters = new ArrayList<>();
        for (ServiceRecord record : records) {
            if (record.memberId != actorId) {
                toHolder(verb, record).ifPresent(tiding -> letters.add(new Letter(record.memberId, word(tiding, record))));
            }
            toOthers(verb, record).ifPresent(tiding -> concerned(verb, record).filter(id -> id != actorId)
                    .forEach(id -> letters.add(new Letter(id, word(tiding, record)))));
        }
        inbox.tellEach(letters);
        if (verb == Verb.CONFIRM) {
            // Once a day: a robot that speaks at every record is soon muted.
            inbox.announce(new TreeSet<>(records.stream().filter(record -> record.state == RecordState.CONFIRMED)
                    .map(record -> record.branchId).toList()),
                    Word.of(RecordTiding.TO_AWARD, "/review", "to-award/" + time.today()));
        }
    }

    private void announceToCommunity(ServiceRecord record) {
        if (record.communityId != null) {
            inbox.announce(List.of(record.communityId),
                    Word.of(RecordTiding.TO_CONFIRM, "/review", "to-confirm/" + time.today()));
        }
    }

    private static Optional<RecordTiding> toHolder(Verb verb, ServiceRecord record) {
        return Optional.ofNullable(switch (verb) {
            case CONFIRM -> record.state == RecordState.SUBMITTED ? RecordTiding.SIGNED : RecordTiding.CONFIRMED;
            case AWARD -> RecordTiding.AWARDED;
            case RETURN -> record.state == RecordState.RETURNED ? RecordTiding.RETURNED : RecordTiding.QUERIED;
            case REJECT -> record.state == RecordState.REJECTED ? RecordTiding.REJECTED : RecordTiding.REFUSED;
            case REVERSE -> reversal(record);
            case UNDO -> RecordTiding.UNDONE;
            case RELEASE -> RecordTiding.RELEASED;
            case WITHDRAW -> RecordTiding.WITHDRAWN;
            case TAKE_POINTS -> RecordTiding.POINTS_TAKEN;
            case ANNUL -> RecordTiding.ANNULLED;
            case CARRY_OVER -> RecordTiding.CARRIED_OVER;
            default -> null;
        });
    }

    private static RecordTiding reversal(ServiceRecord record) {
        if (record.state != RecordState.REVERSED) {
            return RecordTiding.POINTS_REVERSED;
        }
        return record.isHeld() ? RecordTiding.SETTLED : RecordTiding.REVERSED;
    }

    private static Optional<RecordTiding> toOthers(Verb verb, ServiceRecord record) {
        return Optional.ofNullable(switch (verb) {
            case REPUDIATE -> RecordTiding.DENIED;
            case RETURN -> record.state == RecordState.RETURNED ? RecordTiding.ENTRY_RETURNED : null;
            case REJECT -> record.state == RecordState.REJECTED ? RecordTiding.ENTRY_REJECTED : null;
            default -> null;
        });
    }

    // Who entered it has to mend it; who confirmed or awarded it has to know that it is denied.
    private static Stream<Long> concerned(Verb verb, ServiceRecord record) {
        Stream<Long> all = verb == Verb.REPUDIATE ? Stream.of(record.enteredBy, record.confirmedBy, record.awardedBy)
                : Stream.of(record.enteredBy);
        return all.filter(Objects::nonNull).filter(id -> !id.equals(record.memberId)).distinct();
    }

    private static Word word(RecordTiding tiding, ServiceRecord record) {
        return Word.of(tiding, "/records/" + Ids.text(record.id),
                "record/%s/%d".formatted(Ids.text(record.id), record.version), record.servedOn().toString(),
                Amounts.hours(record.minutes));
    }
}
