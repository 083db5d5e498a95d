package org.shuangbaodao.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.shuangbaodao.activity.Posts;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.Ledger;
import org.shuangbaodao.ledger.Posting;
import org.shuangbaodao.ledger.Source;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.rulebook.Rulebooks;
import org.shuangbaodao.servicerecord.RecordsDecided;
import org.shuangbaodao.servicerecord.RecordsDecided.Effect;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** Enters the points of approved records by the rule in force on the day of service. */
@ApplicationScoped
class PointsPosting {

    /** Percent. */
    private static final int WITHOUT_EMERGENCY = 100;

    private final Ledger ledger;
    private final Posts posts;
    private final Members members;
    private final Rulebooks rulebooks;

    PointsPosting(Ledger ledger, Posts posts, Members members, Rulebooks rulebooks) {
        this.ledger = ledger;
        this.posts = posts;
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

    private List<Posting> pointsOf(ServiceRecord record) {
        Rulebook rules = rulebooks.on(record.servedOn());
        List<Posting> postings = new ArrayList<>(postings(record, rules, rules.serviceHours()));
        if (isProfessional(record) && !record.workingTime) {
            rules.item(RuleItem.PROFESSIONAL).ifPresent(extra -> postings.addAll(postings(record, rules, extra)));
        }
        return postings;
    }

    // Working time earns nothing by default, but the entry of zero says so in the member's own ledger.
    private List<Posting> postings(ServiceRecord record, Rulebook rules, RuleItem item) {
        long points = record.workingTime ? 0 : item.pointsFor(record.minutes, WITHOUT_EMERGENCY);
        return record.time().apportion(points).stream().map(day -> {
            TreeMap<String, Object> parameters = Posting.parameters(Map.of("coefficient", WITHOUT_EMERGENCY, "dayMinutes",
                    day.minutes(), "minutes", record.minutes, "points", points, "unitMinutes", item.unitMinutes(),
                    "unitPoints", item.hundredths(), "workingTime", record.workingTime));
            if (item.caps().perEvent() != null) {
                parameters.put("perEvent", item.caps().perEvent());
            }
            return new Posting(Book.POINTS, EntryKind.AWARD, branchOn(record, day.date()), record.memberId,
                    record.communityId, day.date(), day.amount(), item.code(), rules.version(), parameters,
                    Source.serviceRecord(record.id, record.revision), null);
        }).toList();
    }

    private boolean isProfessional(ServiceRecord record) {
        return record.postId != null
                && posts.find(record.postId).map(post -> post.isProfessionalOn(record.servedOn())).orElse(false);
    }

    private long branchOn(ServiceRecord record, LocalDate day) {
        return day.equals(record.servedOn()) ? record.branchId
                : members.branchOn(record.memberId, day).map(each -> each.branchId).orElse(record.branchId);
    }
}
