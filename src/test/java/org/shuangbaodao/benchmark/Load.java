package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.HdrHistogram.Histogram;

/** A number of clients, each with one connection, each sending its next request when the last one was answered. */
final class Load {

    private Load() {
    }

    /** The next request of a client; numbers count up from zero for each client. */
    @FunctionalInterface
    interface Requests {

        byte[] of(int client, int number);
    }

    /** Any piece of work, for what is not HTTP. */
    @FunctionalInterface
    interface Work {

        void run(int client, int number) throws Exception;
    }

    /** Times are in milliseconds. {@code failed} counts answers that are neither 200 nor 304. */
    record Measured(long done, long failed, double perSecond, double median, double p99, double longest) {
    }

    static Measured http(int port, int clients, Duration warmUp, Duration measured, Requests requests) throws Exception {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            wires.add(new Wire(port));
        }
        long[] failed = new long[clients];
        try {
            Measured result = run(clients, warmUp, measured, Integer.MAX_VALUE, (client, number) -> {
                int status = wires.get(client).exchange(requests.of(client, number)).status();
                if (status != 200 && status != 304) {
                    failed[client]++;
                }
            });
            long sum = 0;
            for (long each : failed) {
                sum += each;
            }
            return new Measured(result.done, sum, result.perSecond, result.median, result.p99, result.longest);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    /** @param most how often each client does it at most */
    static Measured run(int clients, Duration warmUp, Duration measured, int most, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + measured.toNanos();
        List<Future<Client>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            running.add(pool.submit(() -> one(client, begin, end, most, work)));
        }
        Histogram all = new Histogram(3_600_000_000_000L, 3);
        long last = begin;
        try {
            for (Future<Client> each : running) {
                Client client = each.get();
                all.add(client.times);
                last = Math.max(last, client.last);
            }
        } finally {
            pool.shutdownNow();
        }
        double seconds = (last - begin) / 1e9;
        return new Measured(all.getTotalCount(), 0, all.getTotalCount() / Math.max(seconds, 1e-9),
                all.getValueAtPercentile(50) / 1e6, all.getValueAtPercentile(99) / 1e6, all.getMaxValue() / 1e6);
    }

    private record Client(Histogram times, long last) {
    }

    private static Client one(int client, long begin, long end, int most, Work work) throws Exception {
        Histogram times = new Histogram(3_600_000_000_000L, 3);
        long now = System.nanoTime();
        for (int number = 0; number < most && now < end; number++) {
            long started = now;
            work.run(client, number);
            now = System.nanoTime();
            if (started >= begin) {
                times.recordValue(now - started);
            }
        }
        return new Client(times, now);
    }

    /** One request after the other, alone on the machine. */
    static Measured alone(int port, int times, byte[] request) throws Exception {
        try (Wire wire = new Wire(port)) {
            return run(1, Duration.ZERO, Duration.ofMinutes(10), times, (client, number) -> {
                Wire.Answer answer = wire.exchange(request);
                if (answer.status() != 200) {
                    throw new IOException("Answered " + answer.status() + ": " + answer.text());
                }
            });
        }
    }
}
