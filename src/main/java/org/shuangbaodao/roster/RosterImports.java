package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.roster.RosterDesk.Session;

import io.quarkus.logging.Log;

/**
 * Rosters (花名册) on their way into the books: a dry run that writes nothing but what it noticed, then the good rows as a whole.
 * Everything here works while the caller waits; the pages let it run behind and show how far it is.
 */
@ApplicationScoped
public class RosterImports {

    private static final int CHUNK = 500;
    private static final int ATTEMPTS = 3;
    private static final int DUPLICATE_KEY = 1062;
    /** Work that gave no sign of life for so long was cut off, with the process that did it. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private final RosterConfig limits;
    private final RosterScope scope;
    private final RosterDesk desk;
    private final RosterSteps steps;
    private final AuditTrail audit;
    private final BusinessTime time;

    RosterImports(RosterConfig limits, RosterScope scope, RosterDesk desk, RosterSteps steps,
            AuditTrail audit, BusinessTime time) {
        this.limits = limits;
        this.scope = scope;
        this.desk = desk;
        this.steps = steps;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Reads a whole roster and notes what is wrong with its rows. Writes nothing about members.
     *
     * @return the import, to look at and to apply
     * @throws Problem when the file as a whole is of no use, or the actor fills no roster
     */
    @ActivateRequestContext
    public long check(InputStream roster, String fileName, long actorId) {
        Path file = null;
        try {
            file = Files.createTempFile("roster", "");
            Files.copy(roster, file, StandardCopyOption.REPLACE_EXISTING);
            long importId = receive(file, fileName, actorId);
            check(importId, file, actorId);
            return importId;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    /** The quick part: whether the file is a roster at all, and how long. Nothing is checked yet. */
    @Transactional
    @Retried
    public long receive(Path file, String fileName, long actorId) {
        long scopeId = scope.of(actorId).get(0).organization().id;
        try {
            int rows = RosterFile.of(file, limits).count(limits.mostRows());
            RosterImport received = new RosterImport(actorId, scopeId, shortened(fileName), digest(file), rows, time.now());
            received.persist();
            audit.done(actorId, Audited.of("roster-upload", "roster_import", received.id).detail("rows=" + rows));
            return received.id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The long part, row by row. An import that fails here says so and can only be discarded. */
    @ActivateRequestContext
    public void check(long importId, Path file, long actorId) {
        try {
            Session session = desk.open(actorId);
            List<RosterLine> chunk = new ArrayList<>(CHUNK);
            RosterFile.of(file, limits).forEachLine(line -> {
                chunk.add(line);
                if (chunk.size() == CHUNK) {
                    steps.check(importId, session, chunk, desk.read(session, chunk));
                    chunk.clear();
                }
            });
            if (!chunk.isEmpty()) {
                steps.check(importId, session, chunk, desk.read(session, chunk));
            }
            steps.move(importId, RosterImport.State.CHECKED, RosterImport.State.CHECKING);
            Log.infof("Roster import '%s' is checked", Ids.text(importId));
        } catch (IOException e) {
            steps.move(importId, RosterImport.State.FAILED, RosterImport.State.CHECKING);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            steps.move(importId, RosterImport.State.FAILED, RosterImport.State.CHECKING);
            throw e;
        }
    }

    /**
     * Puts every good row on its branch's roster, where the branch then approves it. Can be repeated and taken up again at any
     * time: who is on the roster already stays as he is.
     *
     * @param from first day these people belong to their branch
     */
    @ActivateRequestContext
    public Progress apply(long importId, LocalDate from, long actorId) {
        start(importId, from, actorId);
        return carryOn(importId, from, actorId);
    }

    /** Reserves the import for the work of {@link #carryOn}. */
    void start(long importId, LocalDate from, long actorId) {
        RosterImport mine = mine(importId, actorId);
        if (from.isAfter(time.today())) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("from", "future-date")));
        }
        boolean cutOff = mine.state == RosterImport.State.APPLYING && isSilent(mine);
        boolean moved = cutOff || steps.move(importId, RosterImport.State.APPLYING, RosterImport.State.CHECKED,
                RosterImport.State.APPLIED);
        if (!moved) {
            throw new Problem(mine.state == RosterImport.State.APPLYING ? RosterProblem.BUSY : RosterProblem.NOT_CHECKED);
        }
    }

    @ActivateRequestContext
    Progress carryOn(long importId, LocalDate from, long actorId) {
        Session session = desk.open(actorId);
        int done;
        do {
            done = applyNext(importId, session, from, actorId);
        } while (done > 0);
        steps.move(importId, RosterImport.State.APPLIED, RosterImport.State.APPLYING);
        Progress progress = progress(importId, actorId);
        Log.infof("Roster import '%s': %d rows are on their rosters", Ids.text(importId), progress.applied());
        return progress;
    }

    private int applyNext(long importId, Session session, LocalDate from, long actorId) {
        for (int attempt = 1;; attempt++) {
            try {
                return steps.apply(importId, session, from, CHUNK, actorId);
            } catch (RuntimeException e) {
                // Somebody entered one of these persons at this very moment: look again, he will be found.
                if (!isDuplicate(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static boolean isDuplicate(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
                return true;
            }
        }
        return false;
    }

    /** One row as the reader corrected it, judged again at once. */
    public void correct(long importId, int line, Map<RosterColumn, String> cells, long actorId) {
        mine(importId, actorId);
        steps.correct(importId, desk.open(actorId), line, cells, actorId);
    }

    /** Deletes the import and its rows; who came into the books by it stays there. */
    public void discard(long importId, long actorId) {
        RosterImport mine = mine(importId, actorId);
        boolean working = mine.state == RosterImport.State.CHECKING || mine.state == RosterImport.State.APPLYING;
        if (working && !isSilent(mine)) {
            throw new Problem(RosterProblem.BUSY);
        }
        steps.delete(importId);
        audit.done(actorId, Audited.of("roster-discard", "roster_import", importId));
    }

    /** Deletes what is older than the rows of a roster may be kept. */
    void deleteOld() {
        Instant before = time.now().minus(Duration.ofDays(limits.keepDays()));
        RosterImport.<RosterImport> list("createdAt < ?1", before).forEach(old -> steps.delete(old.id));
    }

    public Progress progress(long importId, long actorId) {
        RosterImport mine = mine(importId, actorId);
        return new Progress(mine.rowsTotal, mine.rowsChecked, mine.rowsGood, mine.rowsBad, mine.rowsPresent, mine.rowsApplied);
    }

    /** Rows hold what their uploader was given; nobody else sees them. */
    RosterImport mine(long importId, long actorId) {
        return steps.asItStands(importId).filter(held -> held.uploadedBy == actorId)
                .orElseThrow(() -> new Problem(RosterProblem.UNKNOWN));
    }

    boolean isSilent(RosterImport held) {
        return held.touchedAt.isBefore(time.now().minus(SILENCE));
    }

    private static String shortened(String fileName) {
        String name = Names.tidy(fileName).replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static String digest(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.skipNBytes(Files.size(file));
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            Log.warnf(e, "The uploaded roster '%s' could not be deleted", file);
        }
    }

    /** How many rows there are of which kind. */
    public record Progress(int total, int checked, int good, int bad, int present, int applied) {
    }
}
