package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.rulebook.RuleItem;
import org.shuangbaodao.rulebook.Rulebook;

/**
 * What a day brings at most. A cap is an entry of its own: the rule over all deeds of the day, less what caps took already.
 * So the order in which deeds arrive does not matter, and a reversal gives back what it had used up.
 */
@ApplicationScoped
class DailyCaps {

    private final EntityManager database;

    DailyCaps(EntityManager database) {
        this.database = database;
    }

    /** The CAP postings that follow from these. The holders are locked by the caller. */
    List<Posting> consequencesOf(List<Posting> postings) {
        Map<Day, List<Posting>> deeds = new LinkedHashMap<>();
        postings.stream().filter(Posting::isDeed)
                .forEach(deed -> deeds.computeIfAbsent(new Day(deed.holderId(), deed.servedOn(), deed.ruleItem()),
                        day -> new ArrayList<>()).add(deed));
        List<Posting> caps = new ArrayList<>();
        Map<Day, Posted> before = posted(deeds.keySet());
        deeds.forEach((day, fresh) -> {
            RuleItem item = Rulebook.on(day.date).serviceHours();
            if (item.code().equals(day.ruleItem)) {
                Posted posted = before.getOrDefault(day, new Posted(0, 0, 0));
                long awarded = posted.deeds + fresh.stream().mapToLong(Posting::amount).sum();
                long change = Math.min(0, item.dailyCap() - awarded) - posted.caps;
                if (change != 0) {
                    caps.add(cap(day, fresh.get(0), item, awarded, change, posted.count + 1));
                }
            }
        });
        return caps;
    }

    private Posting cap(Day day, Posting cause, RuleItem item, long awarded, long change, int revision) {
        // No community: a cap belongs to the day, and which deed met it depends on the order of arrival.
        return new Posting(Book.POINTS, EntryKind.CAP, cause.branchId(), day.holderId, null, day.date, change, day.ruleItem,
                Rulebook.on(day.date).version(),
                Posting.parameters(Map.of("cap", item.dailyCap(), "deeds", awarded)),
                Source.dailyCap(day.holderId, day.date, revision), null);
    }

    private Map<Day, Posted> posted(Set<Day> days) {
        Map<Day, Posted> posted = new HashMap<>();
        if (days.isEmpty()) {
            return posted;
        }
        List<?> rows = database.createNativeQuery("""
                select holder_id, served_on, rule_item, sum(case when kind = 'CAP' then 0 else amount end),
                  sum(case when kind = 'CAP' then amount else 0 end), sum(case when kind = 'CAP' then 1 else 0 end)
                from ledger_entry where holder_id in (:holders) and served_on in (:dates) and book = 'POINTS'
                group by holder_id, served_on, rule_item""")
                .setParameter("holders", days.stream().map(Day::holderId).collect(Collectors.toSet()))
                .setParameter("dates", days.stream().map(Day::date).collect(Collectors.toSet())).getResultList();
        for (Object row : rows) {
            Object[] sums = (Object[]) row;
            posted.put(new Day(number(sums[0]), LocalDate.parse(sums[1].toString()), sums[2].toString()),
                    new Posted(number(sums[3]), number(sums[4]), (int) number(sums[5])));
        }
        return posted;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private record Day(long holderId, LocalDate date, String ruleItem) {
    }

    private record Posted(long deeds, long caps, int count) {
    }
}
