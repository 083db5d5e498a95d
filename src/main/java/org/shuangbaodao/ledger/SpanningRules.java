package org.shuangbaodao.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.rulebook.Reckoning;
import org.shuangbaodao.rulebook.Reckoning.Adjustment;
import org.shuangbaodao.rulebook.Reckoning.Deed;
import org.shuangbaodao.rulebook.Rulebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What the rules that span deeds make of new postings: entries of their own, each the {@link Reckoning} over all of the year
 * less what such entries took before. So the order in which deeds arrive does not matter, and a reversal gives back what it
 * had used up.
 */
@ApplicationScoped
class SpanningRules {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final EntityManager database;
    private final Rulebooks rulebooks;

    SpanningRules(EntityManager database, Rulebooks rulebooks) {
        this.database = database;
        this.rulebooks = rulebooks;
    }

    /** The CAP postings that follow from these. The holders are locked by the caller. */
    List<Posting> consequencesOf(List<Posting> postings) {
        Map<Year, List<Posting>> fresh = new LinkedHashMap<>();
        postings.stream().filter(Posting::isDeed).forEach(deed -> fresh
                .computeIfAbsent(new Year(deed.holderId(), deed.book(), deed.servedOn().getYear()), key -> new ArrayList<>())
                .add(deed));
        Map<Year, Posted> posted = posted(fresh.keySet());
        List<Posting> caps = new ArrayList<>();
        fresh.forEach((year, deeds) -> {
            Posted before = posted.computeIfAbsent(year, key -> new Posted());
            deeds.forEach(before::add);
            caps.addAll(changes(year, before, deeds));
        });
        return caps;
    }

    /** What the rules make of everything a holder's year holds now, and what is posted of it: to be compared by a check. */
    List<Posting> missing(long holderId, Book book, int year) {
        Year key = new Year(holderId, book, year);
        return changes(key, posted(Set.of(key)).getOrDefault(key, new Posted()), List.of());
    }

    private List<Posting> changes(Year year, Posted posted, List<Posting> causes) {
        Map<Slot, Adjustment> wanted = new LinkedHashMap<>();
        Reckoning.of(posted.deeds(), rulebooks::on)
                .forEach(each -> wanted.put(new Slot(each.kind(), each.item(), each.date(), each.source()), each));
        List<Posting> changes = new ArrayList<>();
        Set<Slot> slots = new HashSet<>(posted.caps.keySet());
        slots.addAll(wanted.keySet());
        slots.stream().sorted().forEach(slot -> {
            Taken taken = posted.caps.getOrDefault(slot, new Taken(0, 0));
            Adjustment adjustment = wanted.get(slot);
            long change = (adjustment == null ? 0 : adjustment.amount()) - taken.amount;
            if (change != 0) {
                changes.add(posting(year, slot, adjustment, change, taken, posted.branches.get(slot.date),
                        bookedIn(slot.date, causes)));
            }
        });
        return changes;
    }

    // What an objection takes out of a quarter in notice changes that quarter's caps, not the next one's.
    private static Period bookedIn(LocalDate date, List<Posting> causes) {
        Period quarter = Period.quarterOf(date);
        return causes.stream().filter(cause -> cause.bookIn() != null && quarter.equals(Period.quarterOf(cause.servedOn())))
                .map(Posting::bookIn).findFirst().orElse(null);
    }

    private Posting posting(Year year, Slot slot, Adjustment adjustment, long change, Taken taken, long branchId,
            Period bookIn) {
        TreeMap<String, Object> parameters = new TreeMap<>();
        parameters.put("posted", taken.amount);
        if (adjustment != null) {
            parameters.put("cap", adjustment.limit());
            parameters.put("deeds", adjustment.deeds());
            parameters.put("before", adjustment.before());
        }
        Source source = new Source(slot.kind.name(), subject(year.holderId, slot), taken.count + 1);
        // No community: a cap belongs to the day, and which deed met it depends on the order of arrival.
        return new Posting(year.book, EntryKind.CAP, branchId, year.holderId, null, slot.date, change, slot.item,
                rulebooks.on(slot.date).version(), parameters, source, null, bookIn);
    }

    private static String subject(long holderId, Slot slot) {
        String subject = Ids.text(holderId) + "/" + slot.date;
        return slot.source.isEmpty() ? subject : subject + "/" + slot.source;
    }

    private Map<Year, Posted> posted(Set<Year> years) {
        Map<Year, Posted> posted = new HashMap<>();
        if (years.isEmpty()) {
            return posted;
        }
        Collection<Integer> numbers = years.stream().map(Year::year).toList();
        List<?> rows = database.createNativeQuery("""
                select holder_id, book, served_on, rule_item, kind = 'CAP', source_type, source_id, sum(amount), count(*),
                  min(branch_id), max(case when kind = 'AWARD' and parameters like '%"matter"%' then parameters end)
                from ledger_entry where holder_id in (:holders) and served_on between :first and :last
                  and book in ('POINTS', 'HUNDRED_POINTS')
                group by holder_id, book, served_on, rule_item, kind = 'CAP', source_type, source_id""")
                .setParameter("holders", years.stream().map(Year::holderId).collect(Collectors.toSet()))
                .setParameter("first", LocalDate.of(numbers.stream().min(Integer::compare).orElseThrow(), 1, 1))
                .setParameter("last", LocalDate.of(numbers.stream().max(Integer::compare).orElseThrow(), 12, 31))
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            LocalDate date = LocalDate.parse(values[2].toString());
            Year year = new Year(number(values[0]), Book.valueOf(values[1].toString()), date.getYear());
            posted.computeIfAbsent(year, key -> new Posted()).add(date, values);
        }
        return posted;
    }

    private static long number(Object value) {
        return value instanceof Boolean truth ? truth ? 1 : 0 : ((Number) value).longValue();
    }

    private static String matter(String parameters) {
        try {
            return parameters == null ? null : JSON.readTree(parameters).path("matter").asText(null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Year(long holderId, Book book, int year) {
    }

    private record Slot(Reckoning.Kind kind, String item, LocalDate date, String source) implements Comparable<Slot> {

        @Override
        public int compareTo(Slot other) {
            return key().compareTo(other.key());
        }

        private String key() {
            return date + " " + item + " " + kind.ordinal() + " " + source;
        }
    }

    private record Taken(long amount, int count) {
    }

    private record Key(String item, LocalDate date, String source) {
    }

    /** What a holder's year holds. */
    private static final class Posted {

        private final Map<Key, Long> amounts = new LinkedHashMap<>();
        private final Map<Key, String> matters = new HashMap<>();
        private final Map<Slot, Taken> caps = new HashMap<>();
        private final Map<LocalDate, Long> branches = new HashMap<>();

        void add(LocalDate date, Object[] row) {
            String item = row[3].toString();
            String type = row[5].toString();
            String id = row[6].toString();
            branches.merge(date, number(row[9]), Math::min);
            if (number(row[4]) == 1) {
                // "holder/date" or "holder/date/deed"
                String[] parts = id.split("/", 3);
                caps.put(new Slot(Reckoning.Kind.valueOf(type), item, date, parts.length == 3 ? parts[2] : ""),
                        new Taken(number(row[7]), (int) number(row[8])));
            } else {
                Key key = new Key(item, date, id);
                amounts.merge(key, number(row[7]), Long::sum);
                if (row[10] != null) {
                    matters.put(key, matter(row[10].toString()));
                }
            }
        }

        void add(Posting deed) {
            Key key = new Key(deed.ruleItem(), deed.servedOn(), deed.source().id());
            amounts.merge(key, deed.amount(), Long::sum);
            branches.merge(deed.servedOn(), deed.branchId(), Math::min);
            Object matter = deed.parameters().get("matter");
            if (matter != null) {
                matters.put(key, matter.toString());
            }
        }

        List<Deed> deeds() {
            return amounts.entrySet().stream().map(each -> new Deed(each.getKey().item, each.getKey().date,
                    each.getKey().source, matters.get(each.getKey()), each.getValue())).toList();
        }
    }
}
