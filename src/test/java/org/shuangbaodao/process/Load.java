package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.shuangbaodao.process.ServiceProcess.Answer;

/**
 * Members who report, communities that confirm and branches that award, all at once, one record after the other. Who gets no
 * clear answer asks again with the same key, or gives up; both happen. Everything that was acknowledged is written down.
 */
final class Load {

    private static final Set<Integer> EXPECTED = Set.of(200, 201, 409, 503);

    private final Supplier<ServiceProcess> service;
    private final String name;
    private final LocalDateTime begin;
    private final String community;
    private final AtomicInteger counter = new AtomicInteger();
    private final ConcurrentLinkedQueue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final List<Thread> people = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean over;

    /** What one record's people were told. */
    private static final class Deed {
        final String key;
        volatile String id;
        volatile boolean confirmed;
        volatile boolean awarded;

        Deed(String key) {
            this.key = key;
        }
    }

    /** @param begin a time from which on the members' calendars are empty */
    Load(Supplier<ServiceProcess> service, String name, LocalDateTime begin, String community) {
        this.service = service;
        this.name = name;
        this.begin = begin;
        this.community = community;
    }

    void start() {
        for (int i = 0; i < 8; i++) {
            boolean own = i % 4 == 3;
            Thread person = new Thread(() -> work(own ? "demo-secretary" : "demo-member"), name + "-" + i);
            person.start();
            people.add(person);
        }
    }

    private void work(String login) {
        while (!over) {
            int number = counter.incrementAndGet();
            // Half an hour each, and no more than eight hours a day; so late that it takes one person, above the community.
            // The secretary's own records lie in the same hours as the member's: another calendar.
            LocalDateTime start = begin.plusDays(number / 16).withHour(number % 16);
            Deed deed = new Deed(name + "-" + number);
            deeds.add(deed);
            Map<String, Object> report = Map.of("startedAt", start.toString(), "endedAt", start.plusMinutes(30).toString(),
                    "summary", deed.key, "communityCode", community, "lateReason", "一直在外地");
            Answer reported = insist(number, () -> service.get().as(login, "POST", "/api/records", report,
                    Map.of("Idempotency-Key", deed.key)));
            if (reported.status() != 201) {
                continue;
            }
            deed.id = reported.text("id");
            deed.confirmed = insist(number, () -> decide("demo-committee", deed.id, "confirmation")).status() == 200;
            if (deed.confirmed && login.equals("demo-member")) {
                deed.awarded = insist(number, () -> decide("demo-secretary", deed.id, "award")).status() == 200;
            }
        }
    }

    private Answer decide(String login, String id, String verb) {
        return service.get().as(login, "POST", "/api/records/" + id + "/" + verb, null);
    }

    // Every third gives up at the first unclear answer: what he asked for may be stored or not, but not twice.
    private Answer insist(int number, Supplier<Answer> request) {
        while (true) {
            Answer answer = ask(request);
            statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
            boolean unclear = answer.status() == 503 || answer.status() == 0;
            if (!unclear || over || number % 3 == 0) {
                if (answer.status() == 200 || answer.status() == 201) {
                    acknowledged.incrementAndGet();
                }
                return answer;
            }
            pause();
        }
    }

    private static Answer ask(Supplier<Answer> request) {
        try {
            return request.get();
        } catch (IllegalStateException cannotLogIn) {
            return Answer.NONE;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until so many more requests were acknowledged. */
    void awaitMore(int count) throws InterruptedException {
        int wanted = acknowledged.get() + count;
        for (int i = 0; i < 1800 && acknowledged.get() < wanted; i++) {
            Thread.sleep(100);
        }
        assertThat(acknowledged.get()).as("acknowledged in %s, answers so far: %s", name, statuses)
                .isGreaterThanOrEqualTo(wanted);
    }

    Map<Integer, Integer> stop() throws InterruptedException {
        over = true;
        for (Thread person : people) {
            person.join(120_000);
            assertThat(person.isAlive()).as("%s still waits for an answer", person.getName()).isFalse();
        }
        Map<Integer, Integer> counted = new TreeMap<>();
        statuses.forEach((status, count) -> counted.put(status, count.get()));
        return counted;
    }

    /** Nothing but clear answers, and "not now"; no answer at all only where the service itself was killed. */
    void checkAnswers(boolean serviceKilled, String faults) {
        Set<Integer> allowed = new HashSet<>(EXPECTED);
        if (serviceKilled) {
            allowed.add(0);
        }
        assertThat(allowed).as("answers: %s; faults in the log:\n%s", statuses, faults).containsAll(statuses.keySet());
    }

    /** What was acknowledged is stored once; what was not, once or not at all. */
    void checkStored(TestDatabase database) throws Exception {
        Map<String, List<String>> stored = new HashMap<>();
        for (List<String> row : database
                .rows("select summary, count(*), max(state), max(id) from service_record where summary like '"
                        + name + "-%' group by summary")) {
            assertThat(row.get(1)).as("records of %s", row.get(0)).isEqualTo("1");
            stored.put(row.get(0), row);
        }
        for (Deed deed : deeds) {
            if (deed.id != null) {
                assertThat(stored).as("acknowledged reports").containsKey(deed.key);
            }
            if (deed.awarded) {
                assertThat(stored.get(deed.key).get(2)).as("state of %s", deed.key).isEqualTo("AWARDED");
            } else if (deed.confirmed) {
                assertThat(stored.get(deed.key).get(2)).as("state of %s", deed.key).isIn("CONFIRMED", "AWARDED");
            }
        }
    }
}
