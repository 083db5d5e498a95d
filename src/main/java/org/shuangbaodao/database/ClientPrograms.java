package org.shuangbaodao.database;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The dump and load programs of MariaDB or MySQL. Their password stands in a private file for as long as they run, never on a
 * command line that every user of the machine can read.
 */
final class ClientPrograms {

    private static final List<String> DUMP_OPTIONS = List.of(
            // One snapshot while the service goes on writing.
            "--single-transaction", "--quick", "--no-tablespaces", "--hex-blob", "--skip-triggers",
            "--default-character-set=utf8mb4", "--max-allowed-packet=64M",
            // Known to MySQL's program only; the other one passes over what is called loose.
            "--loose-set-gtid-purged=OFF", "--loose-column-statistics=0");

    private final List<String> dumpNames;
    private final List<String> loadNames;
    private final DatabaseAddress address;
    private final boolean embedded;
    private final String user;
    private final String password;

    private ClientPrograms(List<String> dumpNames, List<String> loadNames, DatabaseAddress address, boolean embedded,
            String user, String password) {
        this.dumpNames = dumpNames;
        this.loadNames = loadNames;
        this.address = address;
        this.embedded = embedded;
        this.user = user;
        this.password = password;
    }

    /** Those that came with the embedded server. */
    static ClientPrograms of(ServerFiles server, DatabaseAddress address, String user, String password) {
        return new ClientPrograms(List.of(server.clientProgram("mariadb-dump")), List.of(server.clientProgram("mariadb")),
                address, true, user, password);
    }

    /** Those on the PATH; MySQL's are tried first. */
    static ClientPrograms onPath(DatabaseAddress address, String user, String password) {
        return new ClientPrograms(List.of("mysqldump", "mariadb-dump"), List.of("mysql", "mariadb"), address, false, user,
                password);
    }

    void dump(OutputStream target) throws IOException {
        run(dumpNames, DUMP_OPTIONS, process -> {
            process.getOutputStream().close();
            process.getInputStream().transferTo(target);
        });
    }

    void load(InputStream dump) throws IOException {
        run(loadNames, List.of("--default-character-set=utf8mb4", "--binary-mode", "--max-allowed-packet=64M"), process -> {
            try (OutputStream statements = process.getOutputStream()) {
                dump.transferTo(statements);
            }
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    private void run(List<String> names, List<String> options, Exchange exchange) throws IOException {
        Path login = loginFile();
        try {
            Process process = start(names, options, login);
            CompletableFuture<String> complaints = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            IOException broken = null;
            try {
                exchange.with(process);
            } catch (IOException e) {
                // Either the program gave up, then it says why, or our side of the pipe did.
                broken = e;
                process.getInputStream().close();
            }
            int code = await(process);
            if (code != 0 && !complaints.join().isBlank()) {
                throw new IOException(complaints.join().strip(), broken);
            }
            if (broken != null) {
                throw broken;
            }
            if (code != 0) {
                throw new IOException("%s ended with %d".formatted(names.get(0), code));
            }
        } finally {
            Files.deleteIfExists(login);
        }
    }

    private Process start(List<String> names, List<String> options, Path login) throws IOException {
        for (String name : names) {
            List<String> command = new ArrayList<>(List.of(name, "--defaults-file=" + login));
            command.addAll(options);
            command.add(address.database());
            try {
                return new ProcessBuilder(command).start();
            } catch (IOException e) {
                if (embedded) {
                    throw e;
                }
            }
        }
        throw new IOException("Neither of the programs %s is on the PATH. Install MySQL's client programs."
                .formatted(String.join(", ", names)));
    }

    private Path loginFile() throws IOException {
        Path file = Files.createTempFile("database", ".cnf");
        Files.delete(file);
        PrivateFiles.create(file);
        StringBuilder login = new StringBuilder("[client]\nprotocol=tcp\nhost=%s\nport=%d\nuser=%s\npassword=%s\n"
                .formatted(address.host(), address.port(), quoted(user), quoted(password)));
        if (embedded) {
            login.append("skip-ssl\n");
        } else {
            login.append("loose-get-server-public-key\n");
            address.sslMode().ifPresent(mode -> login.append("loose-ssl-mode=").append(mode).append('\n'));
        }
        return Files.writeString(file, login);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static String read(InputStream complaints) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            complaints.transferTo(read);
        } catch (IOException e) {
            return e.getMessage();
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private interface Exchange {

        void with(Process process) throws IOException;
    }
}
