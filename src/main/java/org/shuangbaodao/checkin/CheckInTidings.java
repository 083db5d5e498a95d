package org.shuangbaodao.checkin;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.Organizations;

/** Tells members, and who registered them, what became of check-ins; in the transaction that did it. */
@ApplicationScoped
class CheckInTidings {

    private static final String OWN_CHECK_INS = "/checkins";

    private final Inbox inbox;
    private final Organizations organizations;
    private final BusinessTime time;

    CheckInTidings(Inbox inbox, Organizations organizations, BusinessTime time) {
        this.inbox = inbox;
        this.organizations = organizations;
        this.time = time;
    }

    void waits(@Observes CheckInRequested event) {
        inbox.announce(List.of(event.communityId()),
                Word.of(CheckInTiding.TO_RECEIVE, "/checkins/review", "check-ins/" + time.today()));
    }

    void asked(@Observes CheckInAwaitsMember event) {
        inbox.tell(event.memberId(), word(CheckInTiding.ASKED, event));
    }

    void accepted(@Observes CheckInAccepted event) {
        inbox.tell(holders(event), word(CheckInTiding.ACCEPTED, event));
    }

    void declined(@Observes CheckInDeclined event) {
        if (event.reason() == RefusalReason.MEMBER_DISAGREES) {
            inbox.tell(event.requestedBy(), word(CheckInTiding.DISAGREED, event));
        } else {
            inbox.tell(holders(event), word(CheckInTiding.DECLINED, event));
        }
    }

    // The member, and who entered it; for a unit's own check-in only the latter.
    private static Set<Long> holders(CheckInEvent event) {
        CheckIn checkIn = CheckIn.findById(event.checkInId());
        return Stream.of(event.memberId(), checkIn == null ? null : checkIn.requestedBy).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Word word(CheckInTiding tiding, CheckInEvent event) {
        return Word.of(tiding, OWN_CHECK_INS, "check-in/%s/%s".formatted(Ids.text(event.checkInId()), tiding),
                organizations.byId(event.communityId()).name);
    }
}
