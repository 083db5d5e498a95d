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
 * The operator's words on the command line. Answers 0 when it is done, 1 when it could not be, 2 when it was not understood, 3
 * when the books are not as they should be.
 */
class Commands {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int UNSOUND = 3;

    private static final String BACKUP = "backup";
    private static final String RESTORE = "restore";
    private static final String VERIFY = "verify";
    private static final String WITH_KEYS = "--with-keys";
    private static final String REPLACE = "--replace";
    private static final Set<String> HELP = Set.of("help", "--help");
    private static final Set<String> WORDS = Set.of(BACKUP, RESTORE, VERIFY, "help", "--help");

    private static final String USAGE = """
            java -jar quarkus-run.jar                            starts the service
            java -jar quarkus-run.jar backup FILE [--with-keys]  writes everything into a new file, also while it runs
            java -jar quarkus-run.jar restore FILE [--replace]   puts a backup into an empty database; --replace: in the
                                                                 place of what is there, which is backed up first
            java -jar quarkus-run.jar verify [--branch CODE]     goes through the books, also while it runs: every chain,
                [--head CODE:SEQUENCE:HASH]... [--digest FILE]...  every entry against its decision; against old heads as
                                                                 printed and against saved daily digests
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
        if (HELP.contains(arguments[0])) {
            out.print(USAGE);
            return DONE;
        }
        List<String> rest = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
        try {
            return arguments[0].equals(VERIFY) ? verify(rest) : copy(arguments[0].equals(BACKUP), rest);
        } catch (Refusal e) {
            complaints.println(e.getMessage());
        } catch (SQLException e) {
            complaints.println("The database refused: " + e.getMessage());
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            complaints.println(Backup.reason(e));
        }
        return FAILED;
    }

    private int copy(boolean backup, List<String> rest) throws IOException, SQLException {
        boolean option = rest.remove(backup ? WITH_KEYS : REPLACE);
        if (rest.size() != 1 || rest.get(0).startsWith("-")) {
            return notUnderstood();
        }
        Path file = Path.of(rest.get(0));
        if (backup) {
            new Backup(new OperatorSettings(), out, clock).run(file, option);
        } else {
            new Restore(new OperatorSettings(), out, clock).run(file, option);
        }
        return DONE;
    }

    private int verify(List<String> rest) throws IOException, SQLException {
        Verify.Question question;
        try {
            question = Verify.Question.of(rest);
        } catch (IllegalArgumentException e) {
            complaints.println(e.getMessage());
            return notUnderstood();
        }
        return new Verify(new OperatorSettings(), out).run(question) ? DONE : UNSOUND;
    }

    private int notUnderstood() {
        complaints.print(USAGE);
        return NOT_UNDERSTOOD;
    }
}
