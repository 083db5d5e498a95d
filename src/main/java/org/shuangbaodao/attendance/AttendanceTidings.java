package org.shuangbaodao.attendance;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.Ids;

/** Tells those who signed up what becomes of an activity, in the transaction that did it. */
@ApplicationScoped
class AttendanceTidings {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Inbox inbox;

    AttendanceTidings(Inbox inbox) {
        this.inbox = inbox;
    }

    void cancelled(@Observes ActivityCancelled event) {
        tell(AttendanceTiding.CANCELLED, event.memberIds(), event.actorId(), event.activityId(), event.name(),
                event.startsAt());
    }

    void moved(@Observes ActivityMoved event) {
        tell(AttendanceTiding.MOVED, event.memberIds(), event.actorId(), event.activityId(), event.name(), event.startsAt());
    }

    void gained(@Observes PlaceGained event) {
        tell(AttendanceTiding.GAINED, List.of(event.memberId()), 0, event.activityId(), event.name(), event.startsAt());
    }

    // An activity may be moved to and fro, and a place be lost and gained: each time is news, so the key is new.
    private void tell(AttendanceTiding tiding, List<Long> members, long actorId, long activityId, String name,
            LocalDateTime startsAt) {
        Word word = Word.of(tiding, "/activities/" + Ids.text(activityId), "activity/" + Ids.text(Ids.next()), name,
                startsAt.format(MINUTE));
        inbox.tell(members.stream().filter(id -> id != actorId).toList(), word);
    }
}
