package org.shuangbaodao.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.shuangbaodao.process.ServiceProcess.Answer;

import io.quarkus.logging.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM under load. The client does what a load balancer does: it looks at the readiness, and sends no more once that is red.
 * Whatever was begun before has to be answered in full.
 */
class ShutdownIT {

    private static final int PER_SECOND = 200;
    /** The delay, the timeout, and what a busy machine needs to end two processes. */
    private static final Duration GRACE = Duration.ofSeconds(3 + 20 + 60);

    /** Of the three seconds in which it serves on; the rest is for a request to arrive. */
    private static final long SERVED_ON = TimeUnit.MILLISECONDS.toNanos(1500);

    @TempDir
    static Path folder;

    private final ConcurrentLinkedQueue<Failure> failed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final Semaphore free = new Semaphore(24);
    private volatile boolean balanced = true;
    private ServiceProcess service;
    private String community;
    private String bearer;

    @Test
    void nothingInFlightFails() throws Exception {
        service = ServiceProcess.start(folder.resolve("service"));
        try {
            community = service.as("demo-member", "GET", "/api/records", null).body().get("items").get(0).get("communityCode")
                    .asText();
            bearer = service.token("demo-member");
            service.token("demo-secretary");
            ExecutorService clients = Executors.newCachedThreadPool();
            Thread sender = new Thread(() -> send(clients), "sender");
            Thread balancer = new Thread(this::watchReadiness, "balancer");
            sender.start();
            balancer.start();
            awaitBegun(3 * PER_SECOND);

            OptionalInt exit;
            CompletableFuture<Answer> waiting;
            long signalled;
            try (Connection other = service.database().open()) {
                // One request waits for a lock until the delay is over and the listener is about to close.
                other.setAutoCommit(false);
                other.createStatement().executeQuery("select member_id from account join member on member.id = member_id"
                        + " where login = 'demo-secretary' for update");
                waiting = CompletableFuture.supplyAsync(() -> report("demo-secretary", "waiting", 0), clients);
                Thread.sleep(500);
                signalled = System.nanoTime();
                service.terminate();
                balancer.join();
                sender.join();
                TimeUnit.MILLISECONDS.sleep(3500);
                assertThat(waiting).isNotDone();
                other.rollback();
            }
            Answer last = waiting.get(60, TimeUnit.SECONDS);
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            exit = service.awaitExit(GRACE);
            Log.infof(
                    "SIGTERM at %d requests/s: %d requests, %d of them after the signal, %d failed, %d were told to come back;"
                            + " gone with %s after %d ms",
                    rate(), begun.size(), begun.stream().filter(at -> at > signalled).count(),
                    failed.size(), busy.get(), exit, (System.nanoTime() - signalled) / 1_000_000);

            // On a slow machine the balancer learns late that it should send no more; what it sends then is refused at the door.
            assertThat(failed).filteredOn(failure -> failure.begunAt < signalled + SERVED_ON).isEmpty();
            assertThat(last.status()).isEqualTo(201);
            assertThat(begun.stream().filter(at -> at > signalled)).isNotEmpty();
            // 128 + SIGTERM: ended by the signal, in good order.
            assertThat(exit).hasValue(143);
            if (service.database().isEmbedded()) {
                assertThat(service.databaseLog().strip()).endsWith("Shutdown complete");
            }
        } finally {
            service.close();
        }
    }

    private void send(ExecutorService clients) {
        long start = System.nanoTime();
        for (int i = 0; balanced; i++) {
            int number = i;
            // A machine too slow for the rate gets what it can take, and the report says how much that was.
            if (free.tryAcquire()) {
                clients.execute(() -> one(number));
                begun.add(System.nanoTime());
            }
            long due = start + (i + 1) * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            sleep(Math.max(0, due - System.nanoTime()));
        }
    }

    // A board for a visitor, the own ledger, a report; half of them over connections of their own.
    private void one(int number) {
        long at = System.nanoTime();
        try {
            Answer answer = switch (number % 6) {
                case 0, 1 -> Answer.of(service.send("GET", "/rankings", null, Map.of()));
                case 2 -> service.as("demo-member", "GET", "/api/me/ledger?size=5", null);
                case 3 -> report("demo-member", "report-" + number, number);
                case 4 -> alone("/rankings");
                default -> alone("/api/me/ledger?size=5");
            };
            if (answer.status() == 503 && answer.retryAfter() != null) {
                // Told by the service in full; one that closes its door answers 503 without a word.
                busy.incrementAndGet();
            } else if (answer.status() != 200 && answer.status() != 201) {
                failed.add(new Failure(at, number + " answered " + answer));
            }
        } catch (IOException e) {
            failed.add(new Failure(at, number + " failed: " + e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    /** A connection for one request; the answer has to be complete. */
    private Answer alone(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + bearer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("no complete head: " + answer);
            }
            String body = answer.substring(end + 4).strip();
            if (!body.endsWith("</html>") && !body.endsWith("}") && !body.endsWith("0")) {
                throw new IOException("cut off");
            }
            Matcher retry = Pattern.compile("\r\nRetry-After: (\\d+)", Pattern.CASE_INSENSITIVE)
                    .matcher(answer.substring(0, end));
            return new Answer(Integer.parseInt(answer.substring(9, 12)), null, retry.find() ? retry.group(1) : null);
        }
    }

    private record Failure(long begunAt, String what) {
    }

    private Answer report(String login, String key, int number) {
        LocalDateTime start = LocalDate.now().minusDays(1500).atStartOfDay().plusMinutes(30L * number);
        return service.as(login, "POST", "/api/records", Map.of("startedAt", start.toString(), "endedAt",
                start.plusMinutes(30).toString(), "summary", key, "communityCode", community, "lateReason", "一直在外地"),
                Map.of("Idempotency-Key", key));
    }

    private long rate() {
        List<Long> times = List.copyOf(begun);
        return times.size() * TimeUnit.SECONDS.toNanos(1) / (times.get(times.size() - 1) - times.get(0));
    }

    private void watchReadiness() {
        try {
            while (service.status("/q/health/ready") == 200) {
                Thread.sleep(200);
            }
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        balanced = false;
    }

    private void awaitBegun(int count) throws InterruptedException {
        for (int i = 0; i < 600 && begun.size() < count; i++) {
            Thread.sleep(100);
        }
        assertThat(failed).isEmpty();
    }

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
