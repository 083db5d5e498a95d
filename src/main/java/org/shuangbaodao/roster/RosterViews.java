package org.shuangbaodao.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.roster.SealedRows.Content;

/** What was found in a roster, for its uploader to look at. */
@ApplicationScoped
class RosterViews {

    private static final int READ_AT_ONCE = 500;

    private final EntityManager database;
    private final RosterImports imports;
    private final SealedRows sealed;
    private final AuditTrail audit;

    RosterViews(EntityManager database, RosterImports imports, SealedRows sealed, AuditTrail audit) {
        this.database = database;
        this.imports = imports;
        this.sealed = sealed;
        this.audit = audit;
    }

    /** How many rows have which finding: errors first, then the most frequent. */
    List<KindCount> kinds(long importId) {
        return database.createQuery("select f.kind, count(*) from RosterFinding f where f.importId = :id group by f.kind",
                Object[].class).setParameter("id", importId).getResultList().stream()
                .map(row -> new KindCount((FindingKind) row[0], (Long) row[1]))
                .sorted(Comparator.<KindCount, Boolean> comparing(count -> !count.kind.isError())
                        .thenComparing(Comparator.<KindCount> comparingLong(count -> count.rows).reversed())
                        .thenComparing(count -> count.kind))
                .toList();
    }

    /** @param kind only rows with this finding, or null; {@code state} only those in it, or null */
    @Transactional
    PageOf<RowView> rows(long importId, FindingKind kind, RosterRow.State state, int page, long actorId) {
        imports.mine(importId, actorId);
        String where = "from RosterRow r where r.importId = :id" + (state == null ? "" : " and r.state = :state")
                + (kind == null ? ""
                        : " and exists (select 1 from RosterFinding f where f.importId = :id and f.line = r.line and f.kind = :kind)");
        var rows = database.createQuery("select r " + where + " order by r.line", RosterRow.class).setParameter("id", importId);
        var total = database.createQuery("select count(*) " + where, Long.class).setParameter("id", importId);
        if (state != null) {
            rows.setParameter("state", state);
            total.setParameter("state", state);
        }
        if (kind != null) {
            rows.setParameter("kind", kind);
            total.setParameter("kind", kind);
        }
        List<RowView> items = rows.setFirstResult((page - 1) * PageOf.DEFAULT_SIZE).setMaxResults(PageOf.DEFAULT_SIZE)
                .getResultList().stream().map(this::view).toList();
        audit.done(actorId, Audited.of("roster-read", "roster_import", importId).detail("rows=" + items.size()));
        return new PageOf<>(items, page, PageOf.DEFAULT_SIZE, total.getSingleResult());
    }

    @Transactional
    RowView row(long importId, int line, long actorId) {
        imports.mine(importId, actorId);
        RosterRow row = RosterRow.findById(new RosterRow.Key(importId, line));
        if (row == null) {
            throw new Problem(RosterProblem.UNKNOWN);
        }
        audit.done(actorId, Audited.of("roster-read", "roster_import", importId).detail("line=" + line));
        return view(row);
    }

    /** The next bad rows after a line: a file of any length is written without holding it. */
    List<RowView> badAfter(long importId, int line) {
        List<RosterRow> rows = RosterRow.<RosterRow> find("importId = ?1 and state = ?2 and line > ?3 order by line", importId,
                RosterRow.State.BAD, line).page(0, READ_AT_ONCE).list();
        database.clear();
        return rows.stream().map(this::view).toList();
    }

    /** Notes that the bad rows leave as a file, full numbers included. */
    @Transactional
    void handedBack(long importId, long actorId) {
        imports.mine(importId, actorId);
        audit.done(actorId, Audited.of("roster-download", "roster_import", importId));
    }

    private RowView view(RosterRow row) {
        Content content = sealed.open(row);
        List<Finding> findings = new ArrayList<>(content.findings());
        findings.sort(Comparator.comparing(finding -> !finding.kind().isError()));
        return new RowView(row.line, row.state, content.line(), List.copyOf(findings), row.memberId);
    }

    /** How often something was found. */
    record KindCount(FindingKind kind, long rows) {
    }

    /** A row unsealed. */
    record RowView(int line, RosterRow.State state, RosterLine content, List<Finding> findings, Long memberId) {
    }
}
