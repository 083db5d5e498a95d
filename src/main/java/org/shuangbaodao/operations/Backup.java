package org.shuangbaodao.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.shuangbaodao.database.OperatorDatabase;

/** Writes everything into one file, while the service runs or while it is stopped. */
class Backup {

    private final OperatorSettings settings;
    private final PrintStream out;
    private final Clock clock;

    Backup(OperatorSettings settings, PrintStream out, Clock clock) {
        this.settings = settings;
        this.out = out;
        this.clock = clock;
    }

    void run(Path target, boolean withKeys) throws IOException, SQLException {
        refuseTaken(target);
        if (settings.isEmbedded() && !OperatorDatabase.isIn(settings.dataFolder())) {
            throw new Refusal("There is no database in '%s'. Is APP_DATA_FOLDER the service's?", settings.dataFolder());
        }
        write(settings.database(), target, withKeys);
    }

    /** @return what went into the file */
    BackupFile.Facts write(OperatorDatabase database, Path target, boolean withKeys) throws IOException, SQLException {
        refuseTaken(target);
        Map<String, String> keys = Keys.fingerprints(settings.keysFolder());
        if (withKeys && keys.isEmpty()) {
            throw new Refusal("There are no keys in '%s'. Is APP_KEYS_FOLDER the service's?", settings.keysFolder());
        }
        String schema = database.schemaVersion()
                .orElseThrow(() -> new Refusal("%s holds no data of this service.", capital(database.name())));
        try {
            BackupFile.Origin origin = new BackupFile.Origin(Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString(),
                    schema, database.family());
            BackupFile.Facts facts = BackupFile.write(target, database::dump, origin, keys,
                    withKeys ? settings.keysFolder() : null);
            out.printf("%s: backup of %s as of %s, %d rows, schema %s, %d bytes.%n", target, database.name(),
                    origin.createdAt(), facts.allRows(), schema, Files.size(target));
            out.println(withKeys ? "The keys are in it: whoever has this file can read every personal field."
                    : "The keys are not in it. Keep a copy of '%s' in another place: without them the personal fields are lost."
                            .formatted(settings.keysFolder()));
            return facts;
        } catch (FileAlreadyExistsException e) {
            throw taken(target);
        } catch (IOException e) {
            throw new Refusal(e, "The backup could not be written, and '%s' was not made: %s", target, reason(e));
        }
    }

    private static void refuseTaken(Path target) {
        if (Files.exists(target)) {
            throw taken(target);
        }
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no folder '%s'.", folder);
        }
    }

    private static Refusal taken(Path target) {
        return new Refusal("'%s' exists already and is not overwritten.", target);
    }

    static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
