package org.shuangbaodao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.Posts;
import org.shuangbaodao.demo.DemoPeople.Cast;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.paper.PaperSheets;
import org.shuangbaodao.paper.SheetOrder;
import org.shuangbaodao.pointsitem.PointsItems;
import org.shuangbaodao.pointsitem.PointsItems.Choice;
import org.shuangbaodao.pointsitem.Proposal;
import org.shuangbaodao.resolution.Resolutions;
import org.shuangbaodao.rulebook.RuleDrafts;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * What the demo's branch and community did beside service: a resolution, a meeting, a report, a post, a sheet
 * on paper, other rules as a draft.
 */
@ApplicationScoped
class DemoBranch {

    private static final int DAYS_AGO = 20;
    /** So many in a year, as the shipped rules would have it. */
    private static final int MEETINGS = 12;
    private static final int TASKS = 5;
    private static final int PAPER_ROWS = 10;

    private final Resolutions resolutions;
    private final PointsItems items;
    private final Posts posts;
    private final PaperSheets sheets;
    private final RuleDrafts drafts;
    private final BusinessTime time;

    DemoBranch(Resolutions resolutions, PointsItems items, Posts posts, PaperSheets sheets, RuleDrafts drafts,
            BusinessTime time) {
        this.resolutions = resolutions;
        this.items = items;
        this.posts = posts;
        this.sheets = sheets;
        this.drafts = drafts;
        this.time = time;
    }

    /** The same ways people go: nobody approves what he proposed. */
    void act(Cast cast) {
        LocalDate today = time.today();
        LocalDate newYear = LocalDate.of(today.getYear(), 1, 1);
        LocalDate day = newYear.isAfter(today.minusDays(DAYS_AGO)) ? newYear : today.minusDays(DAYS_AGO);
        List<String> numbers = numbers(cast);
        countByTheHundred(cast, day, numbers.size());
        meet(cast, day, numbers);
        String star = QuarkusTransaction.requiringNew().call(() -> Member.<Member> findById(cast.demoMember()).number);
        // Left to decide on.
        propose(cast, item(star, "BS-04", day, "支部交办任务登记3号"));
        approve(cast, List.of(propose(cast, item(star, "RP-01", day, "支部社情民意登记7号"))));
        posts.add(code(cast.demoCommunity()), "义诊医生岗", true, today, null, cast.actor(DemoLogin.COMMUNITY));
        sheets.print("demo-sheet", new SheetOrder(null, null, code(cast.demoCommunity()), today, null, "", PAPER_ROWS, false),
                cast.actor(DemoLogin.COMMUNITY));
        drafts.begin(cast.actor(DemoLogin.COMMITTEE));
    }

    private void countByTheHundred(Cast cast, LocalDate day, int members) {
        long resolution = resolutions.propose(code(cast.demoBranch()),
                new Resolutions.Vote(false, day, members, members, members, "支部决议1号", day.getYear()),
                cast.actor(DemoLogin.SECRETARY));
        resolutions.sign(resolution, true, cast.actor(DemoLogin.COMMITTEE));
    }

    // Everybody but the two who decide on it.
    private void meet(Cast cast, LocalDate day, List<String> numbers) {
        List<Long> proposed = new ArrayList<>();
        for (String number : numbers) {
            proposed.add(propose(cast, new Proposal(number, "BS-01", day, null, MEETINGS, "", "", "支部会议记录1号")));
            proposed.add(propose(cast, new Proposal(number, "BS-02", day, null, MEETINGS, "", "", "主题党日记录1号")));
            proposed.add(propose(cast, new Proposal(number, "BS-03", day, null, MEETINGS, "", "", "党费收缴册1号")));
            proposed.add(propose(cast, new Proposal(number, "BS-04", day, null, TASKS, "", "", "交办任务登记1号")));
        }
        approve(cast, proposed);
    }

    private long propose(Cast cast, Proposal proposal) {
        return items.propose(proposal, cast.actor(DemoLogin.SECRETARY));
    }

    private static Proposal item(String number, String code, LocalDate day, String document) {
        return new Proposal(number, code, day, null, 1, "", "", document);
    }

    private void approve(Cast cast, List<Long> proposed) {
        items.approve(proposed.stream().map(item -> new Choice(item, 0)).toList(), cast.actor(DemoLogin.COLLEAGUE)).stream()
                .filter(outcome -> !outcome.isDone()).findFirst().ifPresent(outcome -> {
                    throw outcome.problem();
                });
    }

    private static List<String> numbers(Cast cast) {
        List<Long> deciding = List.of(cast.actor(DemoLogin.SECRETARY), cast.actor(DemoLogin.COLLEAGUE));
        List<Long> members = cast.members().stream().filter(each -> each.branchId == cast.demoBranch())
                .map((Affiliation each) -> each.memberId).filter(each -> !deciding.contains(each)).toList();
        return QuarkusTransaction.requiringNew().call(() -> Member.<Member> list("id in ?1 order by number", members).stream()
                .map(each -> each.number).toList());
    }

    private static String code(long organizationId) {
        return QuarkusTransaction.requiringNew().call(() -> Organization.<Organization> findById(organizationId).code);
    }
}
