package org.shuangbaodao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.rulebook.Rulebook;
import org.shuangbaodao.support.Given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * Random years of many people, posted to the real database: each lived by two people, whose deeds arrive in another order, half
 * of
 * them alone and half of them together with others.
 */
@QuarkusTest
class HistoriesTest {

    private static final int HISTORIES = 240;
    private static final int AT_ONCE = 40;
    private static final int YEAR = 2025;
    private static final List<String> MATTERS = List.of("a1", "b2");

    @Inject
    Given given;
    @Inject
    Ledger ledger;
    @Inject
    LedgerProof proof;
    @Inject
    SpanningRules rules;
    @Inject
    EntityManager database;

    /** One thing somebody did, before anybody is named. */
    private record Deed(Book book, EntryKind kind, String item, LocalDate day, long amount, String matter, boolean taken) {
    }

    /** A year as two people live it. */
    private record History(List<Deed> deeds, long first, long second, String mark) {

        Posting posting(int number, long holder, long branch) {
            Deed deed = deeds.get(number);
            TreeMap<String, Object> parameters = new TreeMap<>();
            if (deed.matter != null) {
                parameters.put("matter", deed.matter);
            }
            return new Posting(deed.book, deed.kind, branch, holder, null, deed.day, deed.amount, deed.item, 1, parameters,
                    source(number, holder), null);
        }

        // Of the two people's deeds the same one comes first where the rules ask which does.
        Source source(int number, long holder) {
            return new Source("HISTORY", "%s-%s-%02d".formatted(mark, holder == first ? "a" : "b", number), 1);
        }
    }

    @Test
    void whateverHappensInWhateverOrderTheBooksHold() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long branch = given.town().branch().id;
        String run = Ids.text(Ids.next());
        List<History> histories = histories(random, run, branch);

        for (int from = 0; from < HISTORIES; from += AT_ONCE) {
            live(histories.subList(from, from + AT_ONCE), branch, random);
        }

        Map<Long, String> rowsBefore = rows(branch);
        List<Long> people = histories.stream().flatMap(each -> List.of(each.first, each.second).stream()).toList();
        assertThat(differences(people)).as("seed %d", seed).isEmpty();
        assertThat(proof.firstBreak(branch)).as("seed %d", seed).isEmpty();
        for (History history : histories) {
            for (Book book : List.of(Book.POINTS, Book.HUNDRED_POINTS)) {
                for (long person : new long[] { history.first, history.second }) {
                    assertThat(missing(person, book)).as("seed %d, %s of %s", seed, book, history).isEmpty();
                    assertWithinCaps(person, book, seed);
                }
                assertThat(standings(history.second, book)).as("seed %d, order of arrival, %s of %s", seed, book, history)
                        .isEqualTo(standings(history.first, book));
            }
        }

        takeBackEverything(histories);

        assertThat(left(people)).as("seed %d: what is left of those who gave everything back", seed).isEmpty();
        assertThat(differences(people)).as("seed %d", seed).isEmpty();
        assertThat(proof.firstBreak(branch)).as("seed %d", seed).isEmpty();
        assertThat(rows(branch)).as("seed %d: what stood there before is untouched", seed).containsAllEntriesOf(rowsBefore);
    }

    @Test
    void anEntryIsReversedOnceHoweverOftenItIsAsked() {
        Given.Town town = given.town();
        long holder = given.person().in(town.branch()).withoutAccount().saved().id;
        Source source = new Source("HISTORY", Ids.text(Ids.next()), 1);
        ledger.post(List.of(new Posting(Book.POINTS, EntryKind.AWARD, town.branch().id, holder, null,
                LocalDate.of(YEAR, 3, 3), 500, "SV-03", 1, Posting.parameters(Map.of()), source, null)), holder);

        for (int i = 0; i < 3; i++) {
            ledger.reverse(source.type(), source.id(), book -> true, holder);
        }

        List<LedgerEntry> entries = LedgerEntry.of(source.type(), source.id());
        assertThat(entries).extracting(entry -> entry.amount).containsExactly(500L, -500L);
        Posting again = new Posting(Book.POINTS, EntryKind.REVERSAL, town.branch().id, holder, null, LocalDate.of(YEAR, 3, 4),
                -500, "SV-03", 1, Posting.parameters(Map.of()), new Source("HISTORY", source.id(), 2), entries.get(0).id);
        assertThatThrownBy(() -> ledger.post(List.of(again), holder)).hasStackTraceContaining("uq_ledger_entry_reverses");
    }

    private List<History> histories(Random random, String run, long branch) {
        List<History> histories = new ArrayList<>();
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            for (int i = 0; i < HISTORIES; i++) {
                histories.add(new History(deeds(random), person(branch), person(branch), run + "-" + i));
            }
        });
        return histories;
    }

    private long person(long branch) {
        return given.person().in(database.find(Organization.class, branch)).withoutAccount()
                .saved().id;
    }

    private static List<Deed> deeds(Random random) {
        List<Deed> deeds = new ArrayList<>();
        LocalDate[] busy = { day(random), day(random) };
        int count = 4 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            LocalDate day = random.nextInt(3) == 0 ? day(random) : busy[random.nextInt(2)].plusDays(random.nextInt(3));
            boolean taken = random.nextInt(4) == 0;
            deeds.add(switch (random.nextInt(7)) {
                case 0 -> new Deed(Book.POINTS, EntryKind.DEDUCTION, "DD-01", day, -1000, null, taken);
                case 1 -> new Deed(Book.POINTS, EntryKind.AWARD, "SV-03", day, 200 * (1 + random.nextInt(3)), null, taken);
                case 2 -> new Deed(Book.HUNDRED_POINTS, EntryKind.AWARD, "AW-01", day, List.of(200, 400, 700, 1000)
                        .get(random.nextInt(4)), MATTERS.get(random.nextInt(2)), taken);
                case 3 -> new Deed(Book.HUNDRED_POINTS, EntryKind.DEDUCTION, "PN-01", day, -300, null, taken);
                default -> new Deed(Book.POINTS, EntryKind.AWARD, "SV-01", day, 50 * (1 + random.nextInt(24)), null, taken);
            });
        }
        return deeds;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(360));
    }

    // The first of each pair in one order, everybody's deed of a round in one posting; the second in another, now and then
    // several at once, with the reversals in between.
    private void live(List<History> histories, long branch, Random random) {
        int rounds = histories.stream().mapToInt(each -> each.deeds.size()).max().orElseThrow();
        for (int round = 0; round < rounds; round++) {
            int number = round;
            ledger.post(histories.stream().filter(each -> number < each.deeds.size())
                    .map(each -> each.posting(number, each.first, branch)).toList(), histories.get(0).first);
        }
        histories.forEach(each -> takeBack(each, each.first, indexes(each, random, false)));
        for (History history : histories) {
            List<Integer> order = indexes(history, random, true);
            int half = order.size() / 2;
            ledger.post(postings(history, order.subList(0, half), branch), history.second);
            takeBack(history, history.second, order.subList(0, half));
            for (int number : order.subList(half, order.size())) {
                ledger.post(postings(history, List.of(number), branch), history.second);
            }
            takeBack(history, history.second, order.subList(half, order.size()));
        }
    }

    private static List<Integer> indexes(History history, Random random, boolean shuffled) {
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < history.deeds.size(); i++) {
            indexes.add(i);
        }
        if (shuffled) {
            Collections.shuffle(indexes, random);
        }
        return indexes;
    }

    private static List<Posting> postings(History history, List<Integer> numbers, long branch) {
        return numbers.stream().map(number -> history.posting(number, history.second, branch)).toList();
    }

    private void takeBack(History history, long holder, List<Integer> numbers) {
        for (int number : numbers) {
            if (history.deeds.get(number).taken) {
                Source source = history.source(number, holder);
                ledger.reverse(source.type(), source.id(), book -> true, holder);
            }
        }
    }

    private void takeBackEverything(List<History> histories) {
        for (History history : histories.subList(0, AT_ONCE)) {
            for (int number = 0; number < history.deeds.size(); number++) {
                for (long person : new long[] { history.first, history.second }) {
                    Source source = history.source(number, person);
                    ledger.reverse(source.type(), source.id(), book -> true, person);
                }
            }
        }
    }

    private List<Posting> missing(long holder, Book book) {
        return QuarkusTransaction.requiringNew().call(() -> rules.missing(holder, book, YEAR));
    }

    private void assertWithinCaps(long holder, Book book, long seed) {
        Rulebook shipped = Rulebook.shipped();
        List<Object[]> days = query("select rule_item, served_on, sum(amount) from ledger_entry where holder_id = " + holder
                + " and book = '" + book + "' group by rule_item, served_on");
        Map<String, Long> years = new HashMap<>();
        days.forEach(row -> {
            years.merge(row[0].toString(), number(row[2]), Long::sum);
            Long perDay = shipped.item(row[0].toString()).orElseThrow().caps().perDay();
            assertThat(perDay == null || number(row[2]) <= perDay).as("seed %d: %s", seed, Arrays.toString(row)).isTrue();
        });
        years.forEach((item, sum) -> {
            Long perYear = shipped.item(item).orElseThrow().caps().perYear();
            assertThat(perYear == null || Math.abs(sum) <= Math.abs(perYear)).as("seed %d: %s %d", seed, item, sum).isTrue();
        });
        if (book == Book.POINTS) {
            assertThat(years.values().stream().mapToLong(sum -> sum).sum()).as("seed %d", seed).isNotNegative();
        }
    }

    private Map<String, Long> standings(long holder, Book book) {
        return query("select period, sum(amount) from standing where holder_id = " + holder + " and book = '" + book
                + "' group by period having sum(amount) <> 0").stream()
                .collect(Collectors.toMap(row -> row[0].toString(), row -> number(row[1])));
    }

    private List<Object[]> differences(Collection<Long> people) {
        String within = people.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        return query("select holder_id, book, period, branch_id, sum(entries), sum(standing) from ("
                + "select holder_id, book, period, branch_id, sum(amount) entries, 0 standing from ledger_entry"
                + " where holder_id in " + within + " group by holder_id, book, period, branch_id"
                + " union all select holder_id, book, period, branch_id, 0, amount from standing where holder_id in " + within
                + ") both_sides group by holder_id, book, period, branch_id having sum(entries) <> sum(standing)");
    }

    private List<Long> left(List<Long> people) {
        return people.subList(0, 2 * AT_ONCE).stream().flatMap(person -> Stream.of(Book.POINTS, Book.HUNDRED_POINTS)
                .flatMap(book -> standings(person, book).values().stream())).toList();
    }

    /** Every column of every row, as the database writes it. */
    private Map<Long, String> rows(long branch) {
        return query("select id, concat_ws('|', sequence, book, holder_id, period, served_on, amount, kind, rule_item,"
                + " rule_version, parameters, source_type, source_id, source_revision, ifnull(reverses, '-'), posted_at,"
                + " posted_by, format, digest, nonce, previous_hash, hash) from ledger_entry where branch_id = " + branch)
                .stream().collect(Collectors.toMap(row -> number(row[0]), row -> row[1].toString()));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> query(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(sql).getResultList());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
