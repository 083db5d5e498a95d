package org.shuangbaodao.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.shuangbaodao.database.OperatorDatabase;
import org.shuangbaodao.database.PemFile;
import org.shuangbaodao.ledger.BooksCheck;
import org.shuangbaodao.proof.Evidence;
import org.shuangbaodao.proof.LedgerVerification;
import org.shuangbaodao.proof.OldHead;
import org.shuangbaodao.proof.SavedDigest;

/** Goes through the books, with the service running or not, and names whatever is not right. Changes nothing. */
class Verify {

    private static final String PUBLIC_KEY = "digest-public.pem";

    private final OperatorSettings settings;
    private final PrintStream out;

    Verify(OperatorSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * What is asked.
     *
     * @param branch code, null for all
     */
    record Question(String branch, List<OldHead> heads, List<Path> digests) {

        /** @throws IllegalArgumentException when the words are not understood */
        static Question of(List<String> words) {
            String branch = null;
            List<OldHead> heads = new ArrayList<>();
            List<Path> digests = new ArrayList<>();
            for (Iterator<String> each = words.iterator(); each.hasNext();) {
                String option = each.next();
                if (!each.hasNext()) {
                    throw new IllegalArgumentException(option);
                }
                String value = each.next();
                switch (option) {
                    case "--branch" -> branch = value;
                    case "--head" -> heads.add(OldHead.parse(value)
                            .orElseThrow(() -> new IllegalArgumentException("Not code:sequence:hash: " + value)));
                    case "--digest" -> digests.add(Path.of(value));
                    default -> throw new IllegalArgumentException(option);
                }
            }
            return new Question(branch, heads, digests);
        }
    }

    /** @return whether nothing was found */
    boolean run(Question question) throws IOException, SQLException {
        List<SavedDigest> saved = new ArrayList<>();
        for (Path file : question.digests) {
            saved.add(SavedDigest.read(file));
        }
        if (settings.isEmbedded() && !OperatorDatabase.isIn(settings.dataFolder())) {
            throw new Refusal("There is no database in '%s'. Is APP_DATA_FOLDER the service's?", settings.dataFolder());
        }
        OperatorDatabase database = settings.database();
        if (database.schemaVersion().isEmpty()) {
            throw new Refusal("%s holds no data of this service.", Backup.capital(database.name()));
        }
        try (Connection connection = database.connect()) {
            Evidence evidence = new Evidence(question.heads, saved, publicKey());
            LedgerVerification.Outcome outcome = question.branch == null
                    ? LedgerVerification.ofAll(connection, evidence)
                    : LedgerVerification.ofBranch(connection, question.branch, evidence);
            boolean sums = question.branch != null || sumsAgree(connection);
            outcome.findings().forEach(finding -> out.println(finding.words()));
            out.printf("%d entries in %d chains of %s: %s.%n", outcome.entries(), outcome.branches(), database.name(),
                    outcome.isSound() ? "every one as it was written and as it was decided"
                            : outcome.found() + " things are not right");
            return outcome.isSound() && sums;
        }
    }

    private byte[] publicKey() throws IOException {
        Path file = settings.keysFolder().resolve(PUBLIC_KEY);
        if (Files.exists(file)) {
            return PemFile.read(file);
        }
        out.printf("There is no '%s': digests are checked with the key they name themselves.%n", file);
        return null;
    }

    private boolean sumsAgree(Connection connection) throws SQLException {
        BooksCheck.Outcome books = BooksCheck.of(connection);
        if (books.differences() > 0) {
            out.printf("%d standings differ from their entries, for example: %s%n", books.differences(),
                    String.join("; ", books.examples()));
        }
        return books.differences() == 0;
    }
}
