package org.shuangbaodao.rulebook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Problem;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * All adopted versions of the rules. Kept in memory: every posting asks for them, and a version is adopted at least
 * {@link RuleDrafts#NOTICE_DAYS} days before it applies, so that every replica knows it in time.
 */
@ApplicationScoped
public class Rulebooks {

    private volatile List<Rulebook> newestFirst;
    private volatile boolean stale;

    Rulebooks() {
    }

    /** For calculations without a database. */
    public static Rulebooks of(Rulebook... versions) {
        Rulebooks rulebooks = new Rulebooks();
        rulebooks.keep(List.of(versions));
        return rulebooks;
    }

    /** As a plain connection reads them, for checks without a running service. */
    public static Rulebooks read(Connection connection) throws SQLException {
        List<Rulebook> versions = new ArrayList<>(List.of(Rulebook.shipped()));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select definition from adopted_rulebook")) {
            while (rows.next()) {
                versions.add(Rulebook.ofJson(rows.getString(1)));
            }
        }
        return of(versions.toArray(Rulebook[]::new));
    }

    /** The version in force on the day of service: of those that apply by then, the one adopted last. */
    public Rulebook on(LocalDate servedOn) {
        List<Rulebook> versions = all();
        return versions.stream().filter(each -> !each.effectiveFrom().isAfter(servedOn)).findFirst()
                .orElse(versions.get(versions.size() - 1));
    }

    /** Newest first. */
    public List<Rulebook> all() {
        if (newestFirst == null) {
            load();
        } else if (stale) {
            refresh();
        }
        return newestFirst;
    }

    /** @throws Problem {@code rulebook/unknown-version}, for what is no number too */
    Rulebook numbered(String version) {
        if (!version.matches("\\d{1,6}")) {
            throw new Problem(RulebookProblem.UNKNOWN_VERSION, version);
        }
        return version(Integer.parseInt(version)).orElseThrow(() -> new Problem(RulebookProblem.UNKNOWN_VERSION, version));
    }

    /** This replica shows a version at once that was adopted here; it applies to nothing before {@code NOTICE_DAYS}. */
    void adopted(@Observes(during = TransactionPhase.AFTER_SUCCESS) RuleDrafts.RulebookAdopted version) {
        stale = true;
    }

    public Optional<Rulebook> version(int version) {
        return all().stream().filter(each -> each.version() == version).findFirst();
    }

    /** Every replica for itself; the old versions serve while the database is away. */
    @Scheduled(every = "30s", delayed = "30s")
    void refresh() {
        try {
            load();
        } catch (RuntimeException away) {
            Log.debug("The rulebook was not read again", away);
        }
    }

    @Transactional
    void load() {
        List<Rulebook> versions = new ArrayList<>(List.of(Rulebook.shipped()));
        AdoptedRulebook.<AdoptedRulebook> listAll().forEach(each -> versions.add(each.rulebook()));
        keep(versions);
        stale = false;
    }

    private void keep(List<Rulebook> versions) {
        newestFirst = versions.stream().sorted(Comparator.comparingInt(Rulebook::version).reversed()).toList();
    }
}
