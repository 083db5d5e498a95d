package org.shuangbaodao.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The operator's words on the command line. Answers 0 when it is done, 1 when it could not be, 2 when it was not understood.
 */
class Commands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";
    private static final String WITH_KEYS = "--with-keys";
    private static final String REPLACE = "--replace";
    private static final Set<String> WORDS = Set.of(BACKUP, RESTORE, "help", "--help");

    private static final String USAGE = """
            java -jar quarkus-run.jar                            starts the service
            java -jar quarkus-run.jar backup FILE [--with-keys]  writes everything into a new file, also while it runs
            java -jar quarkus-run.jar restore FILE [--replace]   puts a backup into an empty database; --replace: in the
                                                                 place of what is there, which is backed up first
            The database is the one the service would use: the embedded one in APP_DATA_FOLDER, or the one named by
            QUARKUS_DATASOURCE_JDBC_URL, _USERNAME, _PASSWORD (and QUARKUS_FLYWAY_USERNAME, _PASSWORD).
            """;

    private final PrintStream out;
    private final PrintStream complaints;
    private final Clock clock = Clock.systemUTC();

    Commands(PrintStream out, PrintStream complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    static boolean isOne(String word) {
        return WORDS.contains(word);
    }

    int run(String... arguments) {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
        boolean backup = arguments[0].equals(BACKUP);
        boolean option = rest.remove(backup ? WITH_KEYS : REPLACE);
        if (!arguments[0].matches(BACKUP + "|" + RESTORE) || rest.size() != 1 || rest.get(0).startsWith("-")) {
            (arguments[0].contains("help") ? out : complaints).print(USAGE);
            return arguments[0].contains("help") ? DONE : NOT_UNDERSTOOD;
        }
        try {
            Path file = Path.of(rest.get(0));
            if (backup) {
                new Backup(new OperatorSettings(), out, clock).run(file, option);
            } else {
                new Restore(new OperatorSettings(), out, clock).run(file, option);
            }
            return DONE;
        } catch (Refusal e) {
            complaints.println(e.getMessage());
        } catch (SQLException e) {
            complaints.println("The database refused: " + e.getMessage());
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            complaints.println(Backup.reason(e));
        }
        return FAILED;
    }
}
