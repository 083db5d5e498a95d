package org.shuangbaodao.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import org.shuangbaodao.database.OperatorDatabase;
import org.shuangbaodao.ledger.BooksCheck;

/**
 * Puts a backup into an empty database, or in the place of what is there, and does not say so before it has looked: every
 * table's rows, the schema, all chains, all standings, and whether the ledger is guarded again.
 */
class Restore {

    private final OperatorSettings settings;
    private final PrintStream out;
    private final Clock clock;

    Restore(OperatorSettings settings, PrintStream out, Clock clock) {
        this.settings = settings;
        this.out = out;
        this.clock = clock;
    }

    void run(Path file, boolean replace) throws IOException, SQLException {
        try (BackupFile backup = BackupFile.open(file)) {
            KeysThere keys = keysThere(backup, replace);
            OperatorDatabase database = settings.database();
            if (!database.family().equals(backup.facts().origin().family())) {
                throw new Refusal("The backup is of %s, and %s is %s, which cannot read it. Nothing was changed.",
                        backup.facts().origin().family(), database.name(), database.family());
            }
            if (database.isServed()) {
                throw new Refusal("A service is running on %s. Stop it first.", database.name());
            }
            String stamp = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:]", "");
            if (!database.tables().isEmpty()) {
                makeRoom(database, file, replace, stamp);
            }
            load(database, backup);
            verify(database, backup.facts());
            putKeys(backup, keys, stamp);
            out.printf("%s now holds the state of %s.%n", Backup.capital(database.name()), backup.facts().origin().createdAt());
        }
    }

    private enum KeysThere {
        NONE,
        SAME,
        OTHER
    }

    private KeysThere keysThere(BackupFile backup, boolean replace) throws IOException {
        Map<String, String> there = Keys.fingerprints(settings.keysFolder());
        if (there.isEmpty()) {
            return KeysThere.NONE;
        }
        if (there.equals(backup.facts().keys())) {
            return KeysThere.SAME;
        }
        if (!replace || !backup.holdsKeys()) {
            throw new Refusal("The keys in '%s' are not those of this backup, and the service could not read its personal"
                    + " fields with them. Move them away%s. Nothing was changed.", settings.keysFolder(),
                    backup.holdsKeys() ? ", or say --replace" : " and put that installation's keys there");
        }
        return KeysThere.OTHER;
    }

    private void makeRoom(OperatorDatabase database, Path file, boolean replace, String stamp)
            throws IOException, SQLException {
        if (!replace) {
            throw new Refusal(
                    "%s is not empty. With --replace its content is backed up and then replaced. Nothing was changed.",
                    Backup.capital(database.name()));
        }
        Path before = file.resolveSibling("before-restore-" + stamp + ".zip");
        out.println("What is there is backed up first.");
        if (database.schemaVersion().isEmpty()) {
            throw new Refusal("%s holds tables that are not this service's. Nothing was changed.",
                    Backup.capital(database.name()));
        }
        new Backup(settings, out, clock).write(database, before, !Keys.fingerprints(settings.keysFolder()).isEmpty());
        database.clear();
    }

    private void load(OperatorDatabase database, BackupFile backup) throws SQLException {
        try (InputStream dump = backup.dump()) {
            database.load(dump);
        } catch (IOException e) {
            database.clear();
            throw new Refusal(e, "The backup could not be loaded, and %s was left empty: %s", database.name(),
                    Backup.reason(e));
        }
    }

    private void verify(OperatorDatabase database, BackupFile.Facts facts) throws SQLException {
        try (Connection connection = database.connect()) {
            for (String table : database.tables()) {
                long expected = facts.rows().getOrDefault(table, 0L);
                long found = count(connection, table);
                if (found != expected) {
                    throw new Refusal("The table %s has %d rows instead of %d. Do not start a service on this database.", table,
                            found, expected);
                }
            }
            if (!database.tables().containsAll(facts.rows().keySet())
                    || !database.schemaVersion().equals(Optional.of(facts.origin().schemaVersion()))) {
                throw new Refusal("The schema is not the backup's, %s. Do not start a service on this database.",
                        facts.origin().schemaVersion());
            }
            BooksCheck.Outcome books = BooksCheck.of(connection);
            out.printf("Checked: %d rows in %d tables, schema %s; %d ledger entries in %d chains.%n", facts.allRows(),
                    database.tables().size(), facts.origin().schemaVersion(), books.entries(), books.branches());
            if (!books.isSound()) {
                books.examples().forEach(out::println);
                throw new Refusal("The backup is restored as it was written, but its books are not sound: %d broken chains, %d"
                        + " standings that differ from their entries.", books.brokenBranches(), books.differences());
            }
            out.println("All chains are whole, and all entries add up to their standings.");
        }
        out.println(database.grantRights() ? "The service's account may add to the ledger and not change it."
                : "One account does everything: nothing but the chains protects the ledger.");
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from `" + table + "`")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void putKeys(BackupFile backup, KeysThere keys, String stamp) throws IOException {
        if (keys == KeysThere.SAME) {
            out.println("The keys were there already.");
            return;
        }
        if (!backup.holdsKeys()) {
            out.printf("Put the keys of that installation into '%s' before you start the service: they are not in this file.%n",
                    settings.keysFolder());
            return;
        }
        if (keys == KeysThere.OTHER) {
            Path aside = settings.keysFolder().resolveSibling("keys-before-restore-" + stamp);
            Files.move(settings.keysFolder(), aside);
            out.printf("The keys that were there lie in '%s' now.%n", aside);
        }
        backup.writeKeys(settings.keysFolder());
        out.printf("The keys are back in '%s'.%n", settings.keysFolder());
    }
}
