package org.shuangbaodao.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.roster.RosterChecker.Result;
import org.shuangbaodao.roster.RosterDesk.Judged;
import org.shuangbaodao.roster.RosterDesk.Session;

/**
 * The work on an import in transactions of bounded size: each leaves counts and rows in agreement, so that whatever interrupts
 * the work, it goes on where it stopped.
 */
@ApplicationScoped
class RosterSteps {

    private final EntityManager database;
    private final RosterDesk desk;
    private final SealedRows sealed;
    private final PersonalFields fields;
    private final AuditTrail audit;
    private final BusinessTime time;

    RosterSteps(EntityManager database, RosterDesk desk, SealedRows sealed, PersonalFields fields, AuditTrail audit,
            BusinessTime time) {
        this.database = database;
        this.desk = desk;
        this.sealed = sealed;
        this.fields = fields;
        this.audit = audit;
        this.time = time;
    }

    /** Writes no member data: only what was noticed about these rows. */
    @Transactional
    @Retried
    public void check(long importId, Session session, List<RosterLine> lines, List<Result> results) {
        RosterImport held = lock(importId, RosterImport.State.CHECKING);
        List<Judged> judged = desk.judge(session, importId, lines, results, 0);
        judged.forEach(each -> sealed(new RosterRow(importId, each.line().line()), each).persist());
        judged.forEach(each -> findings(importId, each));
        judged.forEach(each -> held.count(each.state(), 1));
        held.rowsChecked += lines.size();
    }

    /** Judges one row again, as it was corrected. */
    @Transactional
    @Retried
    public void correct(long importId, Session session, int line, Map<RosterColumn, String> cells, long actorId) {
        RosterImport held = lock(importId, RosterImport.State.CHECKED, RosterImport.State.APPLIED);
        RosterRow row = RosterRow.findById(new RosterRow.Key(importId, line));
        if (row == null || row.state == RosterRow.State.APPLIED) {
            throw new Problem(RosterProblem.UNKNOWN);
        }
        held.count(row.state, -1);
        RosterLine corrected = sealed.open(row).line().with(cells);
        List<RosterLine> lines = List.of(corrected);
        Judged judged = desk.judge(session, importId, lines, desk.read(session, lines), line).get(0);
        rejudged(row, judged);
        held.count(row.state, 1);
        audit.done(actorId, Audited.of("roster-correct", "roster_import", importId).detail("line=" + line));
    }

    /**
     * Puts the next good rows on their rosters, judged once more: the books may have changed since the check.
     *
     * @param from first day they belong to their branch, not before the branch began
     * @return rows dealt with; 0 when there is nothing left
     */
    @Transactional
    @Retried
    public int apply(long importId, Session session, LocalDate from, int most, long actorId) {
        RosterImport held = lock(importId, RosterImport.State.APPLYING);
        List<RosterRow> rows = RosterRow.<RosterRow> find("importId = ?1 and state = ?2 order by line", importId,
                RosterRow.State.GOOD).page(0, most).list();
        List<RosterLine> lines = rows.stream().map(row -> sealed.open(row).line()).toList();
        List<Result> results = desk.read(session, lines);
        Map<Long, Organization> branches = locked(results);
        List<Judged> judged = desk.judge(session, 0, lines, results, 0);
        for (int i = 0; i < rows.size(); i++) {
            RosterRow row = rows.get(i);
            if (judged.get(i).state() == RosterRow.State.GOOD) {
                row.state = RosterRow.State.APPLIED;
                row.memberId = judged.get(i).memberId() == null ? persisted(judged.get(i)) : judged.get(i).memberId();
            } else {
                rejudged(row, judged.get(i));
            }
            held.count(RosterRow.State.GOOD, -1);
            held.count(row.state, 1);
        }
        affiliate(rows, judged, branches, from);
        rows.stream().filter(row -> row.state == RosterRow.State.APPLIED).forEach(row -> audit.done(actorId,
                Audited.of("member-import", "member", row.memberId).detail("import=" + Ids.text(importId))));
        return rows.size();
    }

    /** The branches these rows are for, in one order for all: two imports fill one roster one after the other. */
    private Map<Long, Organization> locked(List<Result> results) {
        Map<Long, Organization> branches = new LinkedHashMap<>();
        results.stream().map(result -> result.person().branchId()).filter(Objects::nonNull).distinct()
                .sorted().forEach(id -> branches.put(id,
                        database.find(Organization.class, id, LockModeType.PESSIMISTIC_WRITE)));
        return branches;
    }

    private long persisted(Judged judged) {
        RosterPerson person = judged.person();
        Member member = new Member(person.category(), person.name(), time.now());
        member.gender = person.gender();
        member.birthDate = person.birthDate();
        member.joinedOn = person.joinedOn();
        member.phoneCipher = person.phone() == null ? null : fields.encrypt(person.phone());
        member.idNumberCipher = person.idNumber() == null ? null : fields.encrypt(person.idNumber());
        member.idNumberIndex = judged.keys().number();
        member.skills = person.skills();
        member.residenceId = person.residenceId();
        member.persist();
        return member.id;
    }

    private static void affiliate(List<RosterRow> rows, List<Judged> judged, Map<Long, Organization> branches,
            LocalDate from) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).state == RosterRow.State.APPLIED) {
                Organization branch = branches.get(judged.get(i).person().branchId());
                LocalDate first = from.isBefore(branch.validFrom) ? branch.validFrom : from;
                new Affiliation(rows.get(i).memberId, branch.id, first).persist();
            }
        }
    }

    /** Read anew, whatever the caller has seen of it before. */
    @Transactional
    Optional<RosterImport> asItStands(long importId) {
        return RosterImport.findByIdOptional(importId);
    }

    /** Moves the import on, if it stands where it should. */
    @Transactional
    @Retried
    public boolean move(long importId, RosterImport.State to, RosterImport.State... from) {
        return RosterImport.update("state = ?1, touchedAt = ?2 where id = ?3 and state in ?4", to, time.now(), importId,
                List.of(from)) == 1;
    }

    @Transactional
    @Retried
    public void delete(long importId) {
        RosterFinding.delete("importId", importId);
        RosterRow.delete("importId", importId);
        RosterImport.deleteById(importId);
    }

    private RosterImport lock(long importId, RosterImport.State... states) {
        RosterImport held = database.find(RosterImport.class, importId, LockModeType.PESSIMISTIC_WRITE);
        if (held == null) {
            throw new Problem(RosterProblem.UNKNOWN);
        }
        if (!List.of(states).contains(held.state)) {
            throw new Problem(RosterProblem.BUSY);
        }
        held.touchedAt = time.now();
        return held;
    }

    private void rejudged(RosterRow row, Judged judged) {
        RosterFinding.delete("importId = ?1 and line = ?2", row.importId, row.line);
        sealed(row, judged);
        findings(row.importId, judged);
    }

    private RosterRow sealed(RosterRow row, Judged judged) {
        row.state = judged.state();
        row.contentCipher = sealed.seal(judged.line(), judged.findings());
        row.idNumberIndex = judged.keys().number();
        row.personIndex = judged.keys().words();
        row.memberId = judged.memberId();
        return row;
    }

    private static void findings(long importId, Judged judged) {
        judged.findings().stream().map(Finding::kind).distinct()
                .forEach(kind -> new RosterFinding(importId, kind, judged.line().line()).persist());
    }
}
