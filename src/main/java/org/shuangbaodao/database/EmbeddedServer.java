package org.shuangbaodao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.quarkus.logging.Log;

/**
 * A MariaDB server that lives and dies with this JVM, its files in one folder. It listens on loopback only, asks everybody for
 * a password, and is started again on the same port if it dies. The folder belongs to one service at a time.
 */
class EmbeddedServer {

    static final String DATABASE = "app";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path folder;
    private final ServerFiles files;
    private final EmbeddedAccounts accounts;
    private final int port;
    private final Connector connector;
    // Kept here, and this by the hook that stops it: a lock nobody refers to is let go of by the garbage collector.
    private final FileLock held;
    private volatile Process process;
    private volatile boolean stopping;

    private EmbeddedServer(Path folder, int port, FileLock held) {
        this.folder = folder;
        this.files = new ServerFiles(folder.resolve("server"));
        this.accounts = EmbeddedAccounts.in(folder);
        this.port = port;
        this.held = held;
        this.connector = new Connector();
    }

    /**
     * Starts the server on {@code dataFolder}; a running one left behind by a killed service is ended first.
     *
     * @return the loopback port it listens on
     */
    static int start(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            EmbeddedServer server = new EmbeddedServer(folder, freePort(), holdForThisProcess(folder));
            server.endLeftover();
            server.files.unpack();
            server.install();
            server.launch();
            server.awaitReady();
            // For whoever connects beside the service: a backup, a second replica, a curious operator.
            Files.writeString(folder.resolve("server.port"), String.valueOf(server.port));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "embedded-database-stop"));
            return server.port;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in '%s' cannot be started".formatted(folder), e);
        }
    }

    /** What the datasource and Flyway need to reach the server on {@code port}. */
    static Properties settings(Path dataFolder, int port) {
        EmbeddedAccounts accounts = EmbeddedAccounts.in(dataFolder.toAbsolutePath().normalize());
        Properties settings = new Properties();
        settings.setProperty("quarkus.datasource.jdbc.url", url(port));
        settings.setProperty("quarkus.datasource.username", EmbeddedAccounts.SERVICE);
        settings.setProperty("quarkus.datasource.password", accounts.servicePassword());
        settings.setProperty("quarkus.flyway.username", EmbeddedAccounts.MIGRATION);
        settings.setProperty("quarkus.flyway.password", accounts.migrationPassword());
        return settings;
    }

    static String url(int port) {
        return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    // The lock file stays open until the JVM ends, however it ends: the operating system lets go of it.
    private static FileLock holdForThisProcess(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "The data folder '%s' is in use by another running instance. Stop it, or set APP_DATA_FOLDER to another folder."
                            .formatted(folder));
        }
        return lock;
    }

    /** Whether a service, in whatever process, is at work on this data folder. */
    static boolean isInUse(Path dataFolder) throws IOException {
        Path held = dataFolder.resolve("in-use");
        if (!Files.exists(held)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(held, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    /** Where the server of the service that uses this data folder listens. */
    static int portInUse(Path dataFolder) throws IOException {
        return Integer.parseInt(Files.readString(dataFolder.resolve("server.port")).strip());
    }

    static boolean hasDatabase(Path dataFolder) {
        return Files.isDirectory(dataFolder.resolve("database").resolve("mysql"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path data() {
        return folder.resolve("database");
    }

    private Path pidFile() {
        return folder.resolve("server.pid");
    }

    // After kill -9 of the service its server lives on and holds the files. It is known by its process id and program.
    private void endLeftover() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile()).strip());
        ProcessHandle.of(pid).filter(this::isOurs).ifPresent(leftover -> {
            Log.infof("Ending database process %d, left behind by a service that was killed", pid);
            leftover.destroy();
            try {
                leftover.onExit().get(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                leftover.destroyForcibly();
                leftover.onExit().join();
            }
        });
        Files.deleteIfExists(pidFile());
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info().command().map(command -> command.startsWith(files.home().toString())).orElse(false);
    }

    private void install() throws IOException {
        if (Files.isDirectory(data().resolve("mysql"))) {
            return;
        }
        Path fresh = folder.resolve("database-new");
        ServerFiles.deleteTree(fresh);
        run(files.installCommand(fresh, temporary()));
        Files.move(fresh, data());
    }

    // Not the system's: each server clears it of temporary tables when it starts, those of its neighbours included.
    private Path temporary() throws IOException {
        return Files.createDirectories(folder.resolve("temporary"));
    }

    private void run(List<String> command) throws IOException {
        Path log = folder.resolve("install.log");
        Process install = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (install.waitFor() != 0) {
                throw new IOException("The database could not be installed, see " + log + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the database was installed", e);
        }
    }

    private void launch() throws IOException {
        Path accountsFile = accounts.writeInitFile(folder);
        List<String> command = new ArrayList<>(files.serverCommand());
        command.addAll(List.of(
                "--datadir=" + data(), "--tmpdir=" + temporary(), "--port=" + port, "--bind-address=127.0.0.1",
                // relative to the data folder: a socket's path may hold 107 characters only
                "--socket=server.sock", "--pid-file=" + pidFile(), "--log-error=" + folder.resolve("server.log"),
                "--init-file=" + accountsFile, "--skip-name-resolve", "--local-infile=OFF",
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin", "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED", "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + System.getProperty("app.embedded.buffer-pool", "192M"),
                "--max-connections=200"));
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile())).start();
        process.onExit().thenAccept(this::startAgain);
    }

    private void startAgain(Process ended) {
        if (stopping || ended != process) {
            return;
        }
        Log.errorf("The embedded database ended with %d; starting it again", ended.exitValue());
        try {
            TimeUnit.SECONDS.sleep(1);
            launch();
        } catch (IOException e) {
            Log.error("The embedded database could not be started again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            if (!process.isAlive()) {
                break;
            }
            try {
                connector.open(EmbeddedAccounts.MIGRATION, accounts.migrationPassword()).close();
                return;
            } catch (SQLException e) {
                pause();
            }
        }
        stopping = true;
        process.destroy();
        throw new IOException("The embedded database did not answer, see " + folder.resolve("server.log"));
    }

    /** Waits for the service's connections to be closed (it shuts down at the same time), then stops in good order. */
    private void stop() {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        try {
            while (System.nanoTime() < limit && connector.openConnections(accounts) > 0) {
                pause();
            }
        } catch (SQLException e) {
            Log.debug("The embedded database is gone already", e);
        }
        stopping = true;
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            held.release();
        } catch (IOException e) {
            Log.debug("The data folder is let go of when this process ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connections of its own, beside the pool. */
    private final class Connector {

        Connection open(String user, String password) throws SQLException {
            Properties login = new Properties();
            login.setProperty("user", user);
            login.setProperty("password", password);
            login.setProperty("connectTimeout", "5000");
            login.setProperty("socketTimeout", "5000");
            return new com.mysql.cj.jdbc.Driver().connect(url(port), login);
        }

        // An account sees the list of its own connections without any further right.
        int openConnections(EmbeddedAccounts accounts) throws SQLException {
            try (Connection connection = open(EmbeddedAccounts.SERVICE, accounts.servicePassword());
                    var rows = connection.createStatement().executeQuery("show processlist")) {
                int others = -1;
                while (rows.next()) {
                    others++;
                }
                return others;
            }
        }
    }
}
