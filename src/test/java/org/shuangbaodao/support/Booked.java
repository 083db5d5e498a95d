package org.shuangbaodao.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.BoardFold;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;

/** People in numbers, and what stands in the books for them. */
@ApplicationScoped
public class Booked {

    private final Given given;
    private final Ledger ledger;
    private final BoardFold boards;
    private final CheckIns checkIns;

    Booked(Given given, Ledger ledger, BoardFold boards, CheckIns checkIns) {
        this.given = given;
        this.ledger = ledger;
        this.boards = boards;
        this.checkIns = checkIns;
    }

    /** Members without accounts, which cost a password hash each. */
    public List<Member> members(Organization branch, int count) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(given.person().in(branch).withoutAccount().saved());
        }
        return members;
    }

    /** Checked in with a community that accepted them on that day, until the end of the year. */
    public void register(List<Member> members, Organization community, LocalDate from) {
        Instant then = from.atStartOfDay(BusinessTime.ZONE).toInstant();
        checkIns.install(members.stream().map(member -> new CheckIns.Decided(member.id, community.id, null,
                Period.quarterOf(from).year(), "环境整治", then, member.id, then, from)).toList());
    }

    /** An hour of duty and so many hundredths of a point; the boards have them when this returns. */
    public void points(Member member, Organization branch, Organization community, LocalDate servedOn, long points) {
        String deed = Ids.text(Ids.next());
        ledger.post(List.of(
                posting(Book.DUTY_MINUTES, EntryKind.SERVICE, member, branch, community, servedOn, 60, "HOURS", deed),
                posting(Book.POINTS, EntryKind.AWARD, member, branch, community, servedOn, points, "SV-99", deed)), member.id);
        while (boards.fold() > 0) {
            // Until nothing is left, whoever else folds at the same time.
        }
    }

    private static Posting posting(Book book, EntryKind kind, Member member, Organization branch, Organization community,
            LocalDate servedOn, long amount, String item, String deed) {
        return new Posting(book, kind, branch.id, member.id, community == null ? null : community.id, servedOn, amount, item, 1,
                Posting.parameters(Map.of()), new Source("TEST", deed, 1), null);
    }
}
