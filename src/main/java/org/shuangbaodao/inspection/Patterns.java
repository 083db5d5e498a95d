package org.shuangbaodao.inspection;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.servicerecord.ServiceRecord;

/** What stands out in a quarter, and what became of the questions. Nothing follows by itself. */
@ApplicationScoped
public class Patterns {

    private static final int LONGEST_NOTE = 500;
    /** Each pattern reads every record of the quarter: of a quarter million that takes some seconds, thirteen times. */
    private static final int AT_ONCE = 30_000;

    private final EntityManager database;
    private final PatternQueries queries;
    private final Inspectors inspectors;
    private final Offices offices;
    private final AuditTrail audit;
    private final BusinessTime time;

    Patterns(EntityManager database, PatternQueries queries, Inspectors inspectors, Offices offices, AuditTrail audit,
            BusinessTime time) {
        this.database = database;
        this.queries = queries;
        this.inspectors = inspectors;
        this.offices = offices;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A question.
     *
     * @param looks who looked at it before, the latest last
     * @param own whether it is about the reader, who then leaves it to others
     */
    record Question(Pattern pattern, Observation seen, List<PatternLook> looks, boolean own) {

        /** Open until somebody looked, and again when more has come since. */
        boolean isOpen() {
            return looks.stream().noneMatch(look -> look.measured == seen.measured());
        }
    }

    /** Whether all patterns at once would keep somebody waiting. */
    @Transactional
    boolean isLarge(Organization scope, Period quarter, long actorId) {
        inspectors.require(actorId, scope);
        Reach reach = Reach.of(scope, quarter);
        return ((Number) reach.query(database, "select count(*)" + reach.records()).getSingleResult()).longValue() > AT_ONCE;
    }

    /** @throws Problem {@code common/forbidden} */
    @Transactional
    List<Question> of(Organization scope, Period quarter, List<Pattern> patterns, long actorId) {
        inspectors.require(actorId, scope);
        List<Question> questions = questions(scope, quarter, patterns, actorId);
        audit.done(actorId, Audited.of("patterns-read", "organization", scope.id)
                .detail("quarter=%s rows=%d".formatted(quarter, questions.size())));
        return questions;
    }

    private List<Question> questions(Organization scope, Period quarter, List<Pattern> patterns, long actorId) {
        Map<Pattern, List<Observation>> seen = new EnumMap<>(Pattern.class);
        patterns.forEach(pattern -> seen.put(pattern, observed(pattern, scope, quarter)));
        List<String> subjects = seen.values().stream().flatMap(List::stream).map(Observation::subject).distinct().toList();
        Map<String, List<PatternLook>> looks = new HashMap<>();
        PatternLook.of(quarter.key(), subjects)
                .forEach(look -> looks.computeIfAbsent(look.pattern + " " + look.subject, key -> new ArrayList<>()).add(look));
        Set<Long> self = new HashSet<>(offices.countingAsOneWith(actorId));
        self.add(actorId);
        List<Question> questions = new ArrayList<>();
        seen.forEach((pattern, all) -> all.forEach(each -> questions.add(new Question(pattern, each,
                looks.getOrDefault(pattern + " " + each.subject(), List.of()),
                each.people().stream().anyMatch(self::contains)))));
        return questions;
    }

    private List<Observation> observed(Pattern pattern, Organization scope, Period quarter) {
        if (!pattern.isYearly()) {
            return queries.find(pattern, Reach.of(scope, quarter), 0);
        }
        Period year = quarter.year();
        // Only the fourth quarter has a year's end.
        return quarter.lastDay().equals(year.lastDay())
                ? queries.find(pattern, Reach.of(scope, year), quarter.lastDay().getYear())
                : List.of();
    }

    /** One question with its records. */
    record Opened(Question question, List<ServiceRecord> records) {
    }

    /** @throws Problem {@code inspection/nothing-there} */
    @Transactional
    Opened one(Organization scope, Period quarter, Pattern pattern, String subject, long actorId) {
        inspectors.require(actorId, scope);
        Opened opened = opened(scope, quarter, pattern, subject, actorId);
        audit.done(actorId, Audited.of("pattern-read", "organization", scope.id)
                .detail("pattern=%s subject=%s rows=%d".formatted(pattern, subject, opened.records.size())));
        return opened;
    }

    // Whoever decided on one of the records has no business settling what is asked about them.
    private Opened opened(Organization scope, Period quarter, Pattern pattern, String subject, long actorId) {
        Question question = questions(scope, quarter, List.of(pattern), actorId).stream()
                .filter(each -> each.seen.subject().equals(subject)).findFirst()
                .orElseThrow(() -> new Problem(InspectionProblem.NOTHING_THERE));
        List<ServiceRecord> records = new ArrayList<>(SpotChecks.records(question.seen.recordIds()).values());
        records.sort(Comparator.comparing((ServiceRecord each) -> each.startedAt).reversed());
        boolean own = question.own || !inspectors.involving(records, actorId).isEmpty();
        return new Opened(new Question(pattern, question.seen, question.looks, own), records);
    }

    /**
     * Somebody looked, and found this.
     *
     * @param measured as he saw it; what has changed since has to be looked at anew
     * @throws Problem {@code inspection/involved}, {@code inspection/looked-at}
     */
    @Transactional
    @Retried
    void look(Organization scope, Period quarter, Pattern pattern, String subject, Long measured, String note, long actorId) {
        inspectors.require(actorId, scope);
        String text = note == null ? "" : note.strip();
        if (text.isEmpty() || text.length() > LONGEST_NOTE) {
            throw new Problem(CommonProblem.INVALID).with("errors",
                    List.of(new FieldProblem("note", text.isEmpty() ? "required" : "too-long")));
        }
        Question question = opened(scope, quarter, pattern, subject, actorId).question;
        if (question.own) {
            audit.refused(actorId, Audited.of("pattern-look", "organization", scope.id).detail("pattern=" + pattern));
            throw new Problem(InspectionProblem.INVOLVED);
        }
        if (measured != null && measured != question.seen.measured()) {
            throw new Problem(CommonProblem.CONFLICT);
        }
        long id = Ids.next();
        int mine = database.createNativeQuery("insert ignore into pattern_look (id, pattern, quarter, subject, measured, note,"
                + " looked_by, looked_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, id).setParameter(2, pattern.name()).setParameter(3, quarter.key()).setParameter(4, subject)
                .setParameter(5, question.seen.measured()).setParameter(6, text).setParameter(7, actorId)
                .setParameter(8, Timestamp.from(time.now())).executeUpdate();
        if (mine == 0) {
            throw new Problem(InspectionProblem.LOOKED_AT);
        }
        audit.done(actorId, Audited.of("pattern-look", "pattern_look", id).detail("pattern=" + pattern));
    }
}
