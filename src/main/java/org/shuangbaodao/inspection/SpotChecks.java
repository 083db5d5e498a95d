package org.shuangbaodao.inspection;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.proof.DigestStatement;
import org.shuangbaodao.proof.Digests;
import org.shuangbaodao.servicerecord.ServiceRecord;

import io.quarkus.logging.Log;
import io.quarkus.panache.common.Page;

/** Orders spot checks and draws them. What is asked about the drawn ones is {@link Inquiries}. */
@ApplicationScoped
public class SpotChecks {

    /** 民政部令67号 art. 11: so long may a service of the quarter's last day be recorded without being late. */
    private static final int WORKING_DAYS = 10;

    private final EntityManager database;
    private final CandidateList lists;
    private final Inspectors inspectors;
    private final Organizations organizations;
    private final Digests digests;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final PublicFigures figures;
    private final BusinessTime time;

    SpotChecks(EntityManager database, CandidateList lists, Inspectors inspectors, Organizations organizations,
            Digests digests, WorkingDays workingDays, AuditTrail audit, PublicFigures figures, BusinessTime time) {
        this.database = database;
        this.lists = lists;
        this.inspectors = inspectors;
        this.organizations = organizations;
        this.digests = digests;
        this.workingDays = workingDays;
        this.audit = audit;
        this.figures = figures;
        this.time = time;
    }

    /**
     * Fixes the list; it is drawn from as soon as there is a digest of a later day.
     *
     * @return the id of the check
     * @throws Problem {@code inspection/too-early}, {@code inspection/ordered-before}
     */
    @Transactional
    @Retried
    long order(Organization scope, Period quarter, SampleSize size, long actorId) {
        inspectors.require(actorId, scope);
        if (workingDays.between(quarter.lastDay(), time.today()) <= WORKING_DAYS) {
            throw new Problem(InspectionProblem.TOO_EARLY, quarter.key(), WORKING_DAYS);
        }
        long id = Ids.next();
        // Of two who order one inserts the row; the other waits for it here and finds it taken.
        int mine = database.createNativeQuery("insert ignore into spot_check (id, scope_id, quarter, percent, least, most,"
                + " population, sample, state, ordered_by, ordered_at, ordered_on, version)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 'ORDERED', ?7, ?8, ?9, 0)")
                .setParameter(1, id).setParameter(2, scope.id).setParameter(3, quarter.key()).setParameter(4, size.percent())
                .setParameter(5, size.least()).setParameter(6, size.most()).setParameter(7, actorId)
                .setParameter(8, Timestamp.from(time.now())).setParameter(9, time.today()).executeUpdate();
        if (mine == 0) {
            throw new Problem(InspectionProblem.ORDERED_BEFORE, quarter.key());
        }
        List<Long> list = lists.confirmed(scope, quarter);
        lists.keep(id, list);
        SpotCheck check = byId(id);
        check.population = list.size();
        check.sample = size.outOf(list.size());
        check.listDigest = DrawingRule.digest(list);
        audit.done(actorId, Audited.of("spot-check-order", "spot_check", id)
                .detail("quarter=%s records=%d".formatted(quarter, list.size())));
        figures.changed();
        return id;
    }

    /** Ordered, and not drawn yet. */
    @Transactional
    List<Long> waiting() {
        return SpotCheck.<SpotCheck> list("state = ?1 order by id", SpotCheck.State.ORDERED).stream().map(each -> each.id)
                .toList();
    }

    /**
     * Draws it, if its seed has come to be known. Whoever does it, and how often: the result is the same.
     *
     * @return whether it was drawn now
     */
    @Transactional
    @Retried
    boolean draw(long id) {
        SpotCheck check = database.find(SpotCheck.class, id, LockModeType.PESSIMISTIC_WRITE);
        Optional<DigestStatement> sealed = check.isDrawn() ? Optional.empty() : digests.firstAfter(check.orderedOn);
        if (sealed.isEmpty()) {
            return false;
        }
        check.seedDay = sealed.get().day();
        check.seedRoot = sealed.get().root();
        check.seed = DrawingRule.seed(check.seedRoot, organizations.byId(check.scopeId).code, new Period(check.quarter));
        List<DrawingRule.Drawn> drawn = DrawingRule.draw(lists.of(id), check.seed, check.sample);
        Map<Long, ServiceRecord> records = records(drawn.stream().map(DrawingRule.Drawn::recordId).toList());
        int place = 0;
        for (DrawingRule.Drawn each : drawn) {
            new DrawnRecord(id, each.recordId(), ++place, records.get(each.recordId()).memberId).persist();
        }
        check.state = SpotCheck.State.DRAWN;
        check.drawnAt = time.now();
        audit.done(null, Audited.of("spot-check-draw", "spot_check", id)
                .detail("day=%s records=%d".formatted(check.seedDay, drawn.size())));
        figures.changed();
        Log.infof("A spot check of %s was drawn: %d of %d records", check.quarter, drawn.size(), check.population);
        return true;
    }

    static Map<Long, ServiceRecord> records(List<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : ServiceRecord.<ServiceRecord> list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(each -> each.id, Function.identity()));
    }

    /** What anybody may know of a check: no record, no person. */
    record Published(SpotCheck check, Organization scope, List<Tally.Shown> results) {
    }

    /** The newest first. */
    @Transactional
    PageOf<Published> published(int page, int size) {
        var query = SpotCheck.<SpotCheck> find("order by quarter desc, id desc");
        return new PageOf<>(published(query.page(Page.of(page - 1, size)).list()), page, size, query.count());
    }

    @Transactional
    Published published(long id) {
        return published(List.of(byId(id))).get(0);
    }

    /** Those of the scopes this person may check, the newest first. */
    @Transactional
    List<Published> within(List<Long> scopeIds) {
        return scopeIds.isEmpty() ? List.of()
                : published(SpotCheck.list("scopeId in ?1 order by quarter desc, id desc", scopeIds));
    }

    private List<Published> published(List<SpotCheck> checks) {
        if (checks.isEmpty()) {
            return List.of();
        }
        Map<Long, Organization> scopes = organizations.byIds(checks.stream().map(each -> each.scopeId).distinct().toList());
        Map<Long, Tally> tallies = Tally.of(database, checks.stream().map(each -> each.id).toList());
        return checks.stream().map(each -> new Published(each, scopes.get(each.scopeId),
                each.isDrawn() ? tallies.getOrDefault(each.id, Tally.NONE).shown(each.sample) : List.of())).toList();
    }

    /** The ids it was drawn from, as they are written outside, for whoever draws again. */
    @Transactional
    List<String> list(long id, long actorId) {
        SpotCheck check = byId(id);
        inspectors.require(actorId, organizations.byId(check.scopeId));
        audit.done(actorId, Audited.of("spot-check-list", "spot_check", id).detail("records=" + check.population));
        return lists.of(id).stream().map(Ids::text).toList();
    }

    static SpotCheck byId(long id) {
        return SpotCheck.<SpotCheck> findByIdOptional(id).orElseThrow(() -> new Problem(InspectionProblem.UNKNOWN));
    }

    /** @throws Problem {@code inspection/unknown}, for what is no id at all too */
    static long idOf(String text) {
        return Ids.parse(text).orElseThrow(() -> new Problem(InspectionProblem.UNKNOWN));
    }
}
