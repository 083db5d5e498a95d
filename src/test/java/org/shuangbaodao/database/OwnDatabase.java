package org.shuangbaodao.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.shuangbaodao.support.MySqlSchema;

/**
 * An empty database beside the one the other tests share, for what wants nobody else's rows: a second embedded server, or a
 * second schema on the MySQL server the tests run on.
 */
public final class OwnDatabase {

    private static final Path FOLDER = Path.of("target", "own-database");
    // Asked for by several class loaders: the note outlives each of them.
    private static final String NOTE = "test.own-database";
    // The unpacked programs serve again, and a server left behind is known by its process id.
    private static final List<String> KEPT = List.of("server", "server.pid", "in-use");

    private OwnDatabase() {
    }

    /** Settings of a service that is to use it; the same one until this JVM ends. */
    public static Map<String, String> settings() {
        synchronized (System.getProperties()) {
            if (System.getProperty(NOTE) == null) {
                Map<String, String> settings = new TreeMap<>(create());
                settings.put("app.data-folder", FOLDER.toString());
                System.setProperty(NOTE, settings.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("\n")));
            }
            return System.getProperty(NOTE).lines().map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }
    }

    private static Map<String, String> create() {
        clear();
        return MySqlSchema.ifWanted().map(schema -> {
            Runtime.getRuntime().addShutdownHook(new Thread(schema::drop, "own-schema-drop"));
            return schema.settings();
        }).orElseGet(() -> {
            Map<String, String> settings = new TreeMap<>();
            EmbeddedServer.settings(FOLDER, EmbeddedServer.start(FOLDER))
                    .forEach((name, value) -> settings.put(name.toString(), value.toString()));
            ProcessHandle server = ProcessHandle.of(Long.parseLong(text("server.pid").strip())).orElseThrow();
            // Its own hook may find the class loader closed it was made in.
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroy, "own-database-stop"));
            return settings;
        });
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clear() {
        if (!Files.exists(FOLDER)) {
            return;
        }
        try (Stream<Path> left = Files.list(FOLDER)) {
            for (Path each : left.filter(file -> !KEPT.contains(file.getFileName().toString())).toList()) {
                ServerFiles.deleteTree(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
