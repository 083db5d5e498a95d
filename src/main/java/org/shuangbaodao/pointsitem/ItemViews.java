package org.shuangbaodao.pointsitem;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.RuleItem.Level;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.web.CurrentLocale;

/** Items as pages show them. */
@ApplicationScoped
class ItemViews {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Members members;
    private final Organizations organizations;
    private final Rulebooks rulebooks;
    private final CurrentLocale locale;
    private final BusinessTime time;

    ItemViews(Members members, Organizations organizations, Rulebooks rulebooks, CurrentLocale locale, BusinessTime time) {
        this.members = members;
        this.organizations = organizations;
        this.rulebooks = rulebooks;
        this.locale = locale;
        this.time = time;
    }

    /**
     * One item.
     *
     * @param choice id and version, as a decision sends them back
     * @param points what it brings by the rules of its day, null where it brings none
     * @param proposedBy null where the service proposed it
     * @param hearing whether the member is heard, and up to when
     */
    record ItemView(String id, int version, String choice, String member, String number, String branch, String code,
            String name,
            String day, String until, int times, String level, String matter, String document, String points, boolean taken,
            ItemState state, String tone, String proposedBy, String proposedAt, ItemPolicy.Hearing hearing, String heardUntil,
            String answer, String decidedBy, String decidedAt, String reversedBy, String reason) {
    }

    @Transactional
    List<ItemView> of(List<PointsItem> items) {
        Map<Long, Member> people = members.byIds(items.stream()
                .flatMap(each -> Stream.of(each.memberId, each.proposedBy, each.decidedBy, each.reversedBy))
                .filter(Objects::nonNull).distinct().toList());
        Map<Long, Organization> branches = organizations
                .byIds(items.stream().map(each -> each.branchId).distinct().toList());
        return items.stream().map(each -> view(each, people, branches.get(each.branchId))).toList();
    }

    ItemView of(PointsItem item) {
        return of(List.of(item)).get(0);
    }

    private ItemView view(PointsItem item, Map<Long, Member> people, Organization branch) {
        Optional<RuleItem> rule = rulebooks.on(item.day).item(item.item);
        String language = locale.tag();
        String level = item.level == null ? null
                : rule.flatMap(found -> found.level(item.level)).map((Level found) -> found.name(language)).orElse(item.level);
        Long points = rule.filter(found -> found.measure() == RuleItem.Measure.EVENT)
                .map(found -> found.pointsFor(item.times, item.level)).orElse(null);
        return new ItemView(Ids.text(item.id), item.version, Ids.text(item.id) + ":" + item.version,
                people.get(item.memberId).name, people.get(item.memberId).number, branch.name, item.item,
                rule.map(found -> found.name(language)).orElse(item.item), item.day.toString(),
                item.untilDay == null ? null : item.untilDay.toString(), item.times, level, item.matter, item.documentNumber,
                points == null ? null : Amounts.points(points), points != null && points < 0, item.state, tone(item.state),
                name(people, item.proposedBy), minute(item.proposedAt), item.hearing(time.today()),
                item.heardUntil == null ? null : item.heardUntil.toString(), item.answer, name(people, item.decidedBy),
                item.decidedAt == null ? null : minute(item.decidedAt), name(people, item.reversedBy), item.reason);
    }

    private static String name(Map<Long, Member> people, Long id) {
        return id == null ? null : people.get(id).name;
    }

    private static String tone(ItemState state) {
        return switch (state) {
            case APPROVED -> "good";
            case PROPOSED -> "wait";
            case REFUSED, WITHDRAWN -> "plain";
            case REVERSED -> "bad";
        };
    }

    private static String minute(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessTime.ZONE).format(MINUTE);
    }
}
