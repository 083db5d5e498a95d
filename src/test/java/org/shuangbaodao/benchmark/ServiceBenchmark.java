package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.process.ServiceProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What the service costs, always as a ratio to a reference that runs in the same minute on the same machine. Asserts nothing
 * about time. Options: {@code benchmark.sizes} (ledger entries; a tenth as many members, 62 organizations for 100 of them),
 * {@code benchmark.seconds} for each measurement under load, {@code benchmark.roster} (rows), {@code benchmark.folder}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceBenchmark {

    private static final int CLIENTS = 64;
    private static final int LANES = 16;
    private static final int ROUNDS = 40;
    private static final int[] SIZES = Arrays.stream(System.getProperty("benchmark.sizes", "10000,1000000").split(","))
            .mapToInt(Integer::parseInt).toArray();
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 10));
    private static final Duration WARM_UP = Duration.ofSeconds(Math.max(5, MEASURED.toSeconds() / 2));
    // Until the compiler has nothing to do any longer: a page from memory costs less than compiling what sends it.
    private static final Duration LONG_WARM_UP = Duration.ofSeconds(30);
    private static final Path FOLDER = Path.of(System.getProperty("benchmark.folder", "target/benchmark")).toAbsolutePath();
    private static final Results RESULTS = new Results();

    private static Path demo;
    private static Path small;
    private static List<Population.Lane> lanes;

    @BeforeAll
    static void settle() throws Exception {
        deleteTree(FOLDER.resolve("work"));
        demo = FOLDER.resolve("work/demo");
        Files.createDirectories(demo);
        RESULTS.condition("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        RESULTS.condition("processors", Runtime.getRuntime().availableProcessors());
        RESULTS.condition("memory (MiB)", memoryMiB());
        RESULTS.condition("heap of the service", "512 MiB");
        RESULTS.condition("clients", CLIENTS + " connections for pages, " + LANES + " trios for records; database, service and"
                + " clients share the machine");
        ServiceProcess.start(demo, Map.of()).close();
        small = FOLDER.resolve("work/small");
        lanes = populated(small, SIZES[0]);
    }

    private static long memoryMiB() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize() >> 20;
    }

    @AfterAll
    static void write() throws IOException {
        RESULTS.write(FOLDER);
        deleteTree(FOLDER.resolve("work"));
    }

    /** The demo with {@code entries} more. */
    private static List<Population.Lane> populated(Path folder, int entries) throws Exception {
        copyTree(demo, folder);
        try (ServiceProcess service = ServiceProcess.start(folder, roomy())) {
            DatabaseRoot root = new DatabaseRoot(service.dataFolder());
            try (Tables tables = root.tables()) {
                long begun = System.nanoTime();
                List<Population.Lane> made = Population.settle(sizeOf(entries), LANES, tables);
                RESULTS.condition("population of " + entries + " entries",
                        "%d members, %d organizations, made in %d s".formatted(
                                sizeOf(entries).members(), sizeOf(entries).organizations(),
                                (System.nanoTime() - begun) / 1_000_000_000));
                return made;
            }
        }
    }

    private static Population.Size sizeOf(int entries) {
        int members = Math.max(LANES * Population.BRANCH_SIZE, entries / 10);
        return new Population.Size(members, entries, members * 62 / 100);
    }

    // The embedded server's usual buffer pool is made for an office, not for a country.
    private static Map<String, String> roomy() {
        return Map.of("JAVA_TOOL_OPTIONS", "-Dapp.embedded.buffer-pool=2G");
    }

    @Test
    @Order(1)
    void pagesFromMemory() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(small, roomy())) {
            Wire.Answer page;
            try (Wire wire = new Wire(service.port())) {
                page = wire.exchange(board());
            }
            long idle = Usage.of(service.handle()).residentMiB();
            Load.Measured ours = Load.http(service.port(), CLIENTS, LONG_WARM_UP, MEASURED, (client, number) -> board());
            RESULTS.condition("ranking page", page.body().length + " bytes");
            try (BareProcess bare = BareProcess.vertx(FOLDER.resolve("work"), page)) {
                Load.Measured theirs = Load.http(bare.port(), CLIENTS, LONG_WARM_UP, MEASURED, (client, number) -> board());
                RESULTS.row("ranking page, warm", Results.speed(ours), Results.speed(theirs),
                        ours.perSecond() / theirs.perSecond(), ">= 0.90");
                byte[] known = Wire.get("/rankings", "If-None-Match", page.headers().getOrDefault("etag", ""));
                RESULTS.row("ranking page, unchanged (304)",
                        Results.speed(Load.http(service.port(), CLIENTS, LONG_WARM_UP, MEASURED,
                                (client, number) -> known)),
                        "–", Double.NaN, "");
                whileAwardsArrive(service, bare, theirs);
            }
            RESULTS.row("memory, before and after load", idle + " MiB, " + Usage.of(service.handle()).residentMiB() + " MiB",
                    "heap 512 MiB", Double.NaN, "");
        }
    }

    private static byte[] board() {
        return Wire.get("/rankings");
    }

    // The same awards arrive at the service while the bare server is asked: what they cost is not what sending the page costs.
    private static void whileAwardsArrive(ServiceProcess service, BareProcess bare, Load.Measured reference) throws Exception {
        Lanes work = new Lanes(lanes, service);
        int seconds = (int) LONG_WARM_UP.plus(MEASURED).toSeconds() + 2;
        List<Queue<String>> waiting = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            waiting.add(new ConcurrentLinkedQueue<>(work.confirmed(lane, 2000, 2 * seconds * 20 / LANES + 2)));
        }
        Awards first = new Awards(work, waiting);
        Load.Measured ours = Load.http(service.port(), CLIENTS, LONG_WARM_UP, MEASURED, (client, number) -> board());
        first.stop();
        Awards second = new Awards(work, waiting);
        Load.Measured theirs = Load.http(bare.port(), CLIENTS, LONG_WARM_UP, MEASURED, (client, number) -> board());
        second.stop();
        RESULTS.row("ranking page while 20 awards/s arrive", Results.speed(ours) + ", " + first.told(),
                Results.speed(reference),
                ours.perSecond() / reference.perSecond(), ">= 0.80");
        RESULTS.row("… against a server beside which they arrive", Results.speed(ours), Results.speed(theirs) + ", "
                + second.told(), ours.perSecond() / theirs.perSecond(), "");
        RESULTS.row("… until an award shows", String.format(Locale.ROOT, "%.2f s at the latest of 5", freshness(work)), "–",
                Double.NaN, "");
    }

    /** Twenty a second, whether those before are answered or not. */
    private static final class Awards {

        private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        private final ExecutorService arrivals = Executors.newFixedThreadPool(LANES);
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();

        Awards(Lanes work, List<Queue<String>> waiting) {
            clock.scheduleAtFixedRate(() -> arrivals.execute(() -> award(work, waiting)), 0, 50, TimeUnit.MILLISECONDS);
        }

        private void award(Lanes work, List<Queue<String>> waiting) {
            int lane = next.getAndIncrement() % LANES;
            try {
                synchronized (waiting.get(lane)) {
                    String id = waiting.get(lane).poll();
                    if (id != null) {
                        work.award(lane, id);
                        done.incrementAndGet();
                    }
                }
            } catch (IOException | RuntimeException e) {
                failed.incrementAndGet();
            }
        }

        void stop() throws InterruptedException {
            clock.shutdownNow();
            arrivals.shutdown();
            arrivals.awaitTermination(10, TimeUnit.SECONDS);
        }

        String told() {
            return done + " awards, " + failed + " failed";
        }
    }

    // From the answer to the award until the page is another one.
    private static double freshness(Lanes work) throws Exception {
        double longest = 0;
        List<String> ids = work.confirmed(0, 3300, 5);
        try (Wire wire = new Wire(work.service().port())) {
            byte[] own = Wire
                    .get("/api/rankings/branches?period=" + Period.quarterOf(LocalDate.of(2016, 1, 1).plusDays(3300)).key()
                            + "&size=200");
            wire.exchange(own);
            for (String id : ids) {
                String before = items(wire.exchange(own).text());
                work.award(0, id);
                long begun = System.nanoTime();
                while (items(wire.exchange(own).text()).equals(before)) {
                    Thread.sleep(20);
                }
                longest = Math.max(longest, (System.nanoTime() - begun) / 1e9);
            }
        }
        return longest;
    }

    private static String items(String board) {
        return board.substring(board.indexOf("\"items\""));
    }

    @Test
    @Order(2)
    void statementsOfEachPage() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(small, roomy()); Wire wire = new Wire(service.port())) {
            DatabaseRoot root = new DatabaseRoot(service.dataFolder());
            String member = Browser.loggedIn(service, "demo-member").cookies();
            String secretary = Browser.loggedIn(service, "demo-secretary").cookies();
            String community = Browser.loggedIn(service, "demo-community").cookies();
            String committee = Browser.loggedIn(service, "demo-committee").cookies();
            Map<String, byte[]> pages = new LinkedHashMap<>();
            for (String path : List.of("/", "/rankings", "/rankings/members", "/rankings/communities?period=all", "/rules",
                    "/ledger/digest", "/organizations")) {
                pages.put(path, page(path, null));
            }
            for (String path : List.of("/me", "/records", "/me/ledger", "/me/consents", "/checkins")) {
                pages.put(path + " (member)", page(path, member));
            }
            pages.put("/review (branch secretary)", page("/review", secretary));
            pages.put("/review (community secretary)", page("/review", community));
            pages.put("/members (branch secretary)", page("/members", secretary));
            pages.put("/members/imports (officer)", page("/members/imports", committee));
            StringBuilder counts = new StringBuilder();
            for (Map.Entry<String, byte[]> each : pages.entrySet()) {
                int least = Integer.MAX_VALUE;
                for (int i = 0; i < 4; i++) {
                    root.startLog();
                    Wire.Answer answer = wire.exchange(each.getValue());
                    if (answer.status() != 200) {
                        throw new IOException(each.getKey() + " answered " + answer.status());
                    }
                    least = Math.min(least, (int) root.endLog().stream().filter(ServiceBenchmark::isWork).count());
                }
                counts.append(counts.isEmpty() ? "" : "; ").append(each.getKey()).append(' ').append(least);
            }
            RESULTS.row("SQL statements a page, warm", counts.toString(), "–", Double.NaN, "");
        }
    }

    private static byte[] page(String path, String cookies) {
        return cookies == null ? Wire.get(path, "Accept", "text/html")
                : Wire.get(path, "Accept", "text/html", "Cookie", cookies);
    }

    // Neither the ends of transactions nor what the board's schedule asks once a second.
    private static boolean isWork(String sql) {
        String plain = sql.strip().toLowerCase(Locale.ROOT);
        return !plain.startsWith("commit") && !plain.startsWith("rollback") && !plain.startsWith("set ")
                && !plain.contains("board_task") && !plain.startsWith("/* ping");
    }

    @Test
    @Order(3)
    void fromReportToAward() throws Exception {
        Path before = FOLDER.resolve("work/before");
        copyTree(small, before);
        List<List<List<String>>> statements = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.start(small, roomy())) {
            Lanes work = new Lanes(lanes, service);
            DatabaseRoot root = new DatabaseRoot(service.dataFolder());
            for (int lane = 0; lane < LANES; lane++) {
                path(work, lane, 3600);
                root.startLog();
                for (int round = 0; round < ROUNDS; round++) {
                    path(work, lane, round);
                    root.mark();
                }
                statements.add(root.endMarkedLog().subList(0, ROUNDS));
            }
        }
        Load.Measured bare = again(before, (service, root) -> {
            try (Replay replay = new Replay()) {
                return replay.run(root.url(), root.migrationPassword(), statements);
            }
        });
        Load.Measured ours = again(before, (service, root) -> {
            Lanes work = new Lanes(lanes, service);
            for (int lane = 0; lane < LANES; lane++) {
                for (int i = 0; i < 20; i++) {
                    path(work, lane, 3610 + i);
                }
            }
            return Load.run(LANES, Duration.ZERO, Duration.ofMinutes(10), ROUNDS, (lane, number) -> path(work, lane, number));
        });
        long each = statements.stream().flatMap(List::stream).mapToLong(List::size).sum() / LANES / ROUNDS;
        RESULTS.row("report → confirm → award over HTTP, 16 at once", Results.speed(ours), each + " statements by bare JDBC: "
                + Results.speed(bare), ours.perSecond() / bare.perSecond(), ">= 0.50");
        deleteTree(small);
        copyTree(before, small);
    }

    private interface Measurement {

        Load.Measured of(ServiceProcess service, DatabaseRoot root) throws Exception;
    }

    private static Load.Measured again(Path before, Measurement measurement) throws Exception {
        deleteTree(small);
        copyTree(before, small);
        try (ServiceProcess service = ServiceProcess.start(small, roomy())) {
            return measurement.of(service, new DatabaseRoot(service.dataFolder()));
        }
    }

    private static void path(Lanes work, int lane, int day) throws IOException {
        String id = work.report(lane, day);
        work.confirm(lane, id);
        work.award(lane, id);
    }

    @Test
    @Order(4)
    void twoHundredAtOnce() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(small, roomy())) {
            Lanes work = new Lanes(lanes, service);
            DatabaseRoot root = new DatabaseRoot(service.dataFolder());
            work.decide(2, "AWARD", work.confirmed(2, 0, 200));
            List<String> single = work.confirmed(0, 500, 200);
            List<String> batch = work.confirmed(1, 500, 200);
            root.startLog();
            long begun = System.nanoTime();
            for (String id : single) {
                work.award(0, id);
            }
            double singleSeconds = (System.nanoTime() - begun) / 1e9;
            long singleStatements = root.endLog().stream().filter(ServiceBenchmark::isWork).count();
            root.startLog();
            begun = System.nanoTime();
            work.decide(1, "AWARD", batch);
            double batchSeconds = (System.nanoTime() - begun) / 1e9;
            long batchStatements = root.endLog().stream().filter(ServiceBenchmark::isWork).count();
            RESULTS.row("batch award of 200: round trips to the database", batchStatements + " statements, 1 request",
                    singleStatements + " statements, 200 requests", (double) singleStatements / batchStatements, ">= 10");
            RESULTS.row("batch award of 200: seconds", String.format(Locale.ROOT, "%.2f s", batchSeconds),
                    String.format(Locale.ROOT, "one by one %.2f s", singleSeconds), batchSeconds, "<= 1");
        }
    }

    @Test
    @Order(5)
    void theSameQuestionsAtEverySize() throws Exception {
        Map<String, Double> first = new HashMap<>();
        for (int size : SIZES) {
            Path folder = size == SIZES[0] ? small : FOLDER.resolve("work/large");
            List<Population.Lane> people = size == SIZES[0] ? lanes : populated(folder, size);
            // A million people and what each has in three periods stay in memory.
            String heap = size > 1_000_000 ? "2g" : "512m";
            Map<String, String> settings = new HashMap<>(roomy());
            settings.put("_JAVA_OPTIONS", "-Xmx" + heap);
            try (ServiceProcess service = ServiceProcess.start(folder, settings)) {
                String member = Browser.loggedIn(service, people.get(0).member()).cookies();
                Map<String, byte[]> questions = new LinkedHashMap<>();
                questions.put("own rank in three periods (/me)", page("/me", member));
                questions.put("top 50 of members, API", Wire.get("/api/rankings/members?period=all&size=50"));
                questions.put("branch board, API", Wire.get("/api/rankings/branches?period=all&size=50"));
                questions.put("branch board, page", page("/rankings?period=all", null));
                questions.put("one committee's branches, API",
                        Wire.get("/api/rankings/branches?period=all&size=50&within=BM-P-0"));
                RESULTS.row("own rank known after a start, at " + size + " entries",
                        String.format(Locale.ROOT, "%.1f s", untilRanked(service, member)), "–", Double.NaN, "");
                for (Map.Entry<String, byte[]> each : questions.entrySet()) {
                    double cold = Load.alone(service.port(), 1, each.getValue()).longest();
                    Load.alone(service.port(), size == SIZES[0] ? 300 : 100, each.getValue());
                    Load.Measured warm = Load.alone(service.port(), 300, each.getValue());
                    double base = first.computeIfAbsent(each.getKey(), key -> warm.median());
                    RESULTS.row(each.getKey() + " at " + size + " entries", Results.times(warm)
                            + String.format(Locale.ROOT, ", the very first %.0f ms", cold),
                            String.format(Locale.ROOT, "%.2f ms at %d entries", base, SIZES[0]), warm.median() / base,
                            "<= 1.5");
                }
                RESULTS.row("memory at " + size + " entries", Usage.of(service.handle()).residentMiB() + " MiB",
                        "heap " + heap, Double.NaN, "");
            }
            if (size != SIZES[0]) {
                deleteTree(folder);
            }
        }
    }

    // The boards of a country are made behind; until then the page says that they are.
    private static double untilRanked(ServiceProcess service, String member) throws Exception {
        long begun = System.nanoTime();
        try (Wire wire = new Wire(service.port())) {
            while (wire.exchange(page("/me", member)).text().contains("正在统计")) {
                Thread.sleep(200);
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    @Test
    @Order(6)
    void aLongRoster() throws Exception {
        int rows = Integer.getInteger("benchmark.roster", 100_000);
        Path folder = FOLDER.resolve("work/roster");
        copyTree(demo, folder);
        try (ServiceProcess service = ServiceProcess.start(folder, roomy())) {
            DatabaseRoot root = new DatabaseRoot(service.dataFolder());
            try (Tables tables = root.tables()) {
                Connection database = tables.connection();
                Path file = RosterSheet.of(folder, rows, column(database,
                        "select code from organization where kind = 'BRANCH' and code like 'BB-%' order by code"));
                Browser officer = Browser.loggedIn(service, "demo-committee");
                long begun = System.nanoTime();
                String address = officer.upload("/members/imports", "/members/imports", file);
                RosterSheet.await(database, "CHECKED", "FAILED");
                double checked = (System.nanoTime() - begun) / 1e9;
                officer.submit(address, address + "/application", Map.of("from", "2026-01-01"));
                RosterSheet.await(database, "APPLIED", "FAILED");
                double whole = (System.nanoTime() - begun) / 1e9;
                String taken = column(database, "select rows_applied from roster_import order by id desc limit 1").get(0);
                double bare = loadAgain(database);
                RESULTS.row("roster import, " + rows + " rows XLSX", String.format(Locale.ROOT,
                        "%.1f s (check %.1f s), %s rows taken, %d MiB resident", whole, checked, taken,
                        Usage.of(service.handle()).residentMiB()),
                        String.format(Locale.ROOT, "LOAD DATA of the members and their branches %.1f s", bare), bare / whole,
                        ">= 0.2");
            }
        }
        deleteTree(folder);
    }

    private static List<String> column(Connection database, String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    // The same rows into empty tables of the same form.
    private static double loadAgain(Connection database) throws Exception {
        double seconds = 0;
        try (Statement statement = database.createStatement()) {
            for (String table : List.of("member", "affiliation")) {
                String columns = String.join(", ", column(database, "select column_name from information_schema.columns"
                        + " where table_schema = database() and table_name = '" + table + "' and extra not like '%GENERATED%'"
                        + " order by ordinal_position"));
                StringBuilder lines = new StringBuilder();
                try (ResultSet rows = statement.executeQuery("select " + columns + " from " + table)) {
                    int width = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= width; i++) {
                            String value = rows.getString(i);
                            lines.append(value == null ? "\\N" : value).append(i < width ? '\t' : '\n');
                        }
                    }
                }
                statement.execute("create table copy_of_" + table + " like " + table);
                long begun = System.nanoTime();
                Tables.load(database, "copy_of_" + table, columns, lines.toString());
                seconds += (System.nanoTime() - begun) / 1e9;
            }
        }
        return seconds;
    }

    @Test
    @Order(7)
    void fromNothingToTheFirstAnswer() throws Exception {
        Path hello = hello();
        Path folder = FOLDER.resolve("work/start");
        copyTree(demo, folder);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        List<Double> theirWall = new ArrayList<>();
        long memory = 0;
        long theirMemory = 0;
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            try (BareProcess bare = BareProcess.quarkus(FOLDER.resolve("work"), hello, "/hello")) {
                theirWall.add((System.nanoTime() - begun) / 1e9);
                theirs.add(Usage.of(bare.handle()).cpuSeconds());
                Thread.sleep(2000);
                theirMemory = Usage.of(bare.handle()).residentMiB();
            }
            begun = System.nanoTime();
            try (ServiceProcess service = ServiceProcess.start(folder, Map.of())) {
                wall.add((System.nanoTime() - begun) / 1e9);
                ours.add(Usage.of(service.handle()).cpuSeconds());
                Thread.sleep(2000);
                memory = Usage.of(service.handle()).residentMiB();
            }
        }
        RESULTS.row("start to first answer, CPU seconds", String.format(Locale.ROOT, "%.1f s (%.1f s on the clock, its database"
                + " included)", median(ours), median(wall)),
                String.format(Locale.ROOT, "bare Quarkus %.1f s (%.1f s)", median(theirs), median(theirWall)),
                median(ours) / median(theirs), "<= 3");
        RESULTS.row("memory, idle after start", memory + " MiB", "bare Quarkus " + theirMemory + " MiB",
                (double) memory / Math.max(1, theirMemory), "");
        deleteTree(folder);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    // Built with the same Maven and the same Quarkus as the service.
    private static Path hello() throws Exception {
        URL source = ServiceBenchmark.class.getResource("/benchmark/hello/pom.xml");
        Path folder = FOLDER.resolve("work/hello");
        copyTree(Path.of(source.toURI()).getParent(), folder);
        Process build = new ProcessBuilder(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(), "-q", "-B",
                "package", "-Dquarkus.platform.version=" + System.getProperty("benchmark.quarkus")).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("build.log").toFile()).start();
        if (build.waitFor() != 0) {
            throw new IOException("The bare Quarkus could not be built, see " + folder.resolve("build.log"));
        }
        return folder.resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
