package org.shuangbaodao.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/**
 * Who served in a quarter, who had nothing to report, and who is silent: branches by their members, communities by the place.
 */
@ApplicationScoped
class QuarterOverview {

    private static final String COUNT = "(select count(*) from service_record r where r.%s = o.id and r.started_at >= :from"
            + " and r.started_at < :until and r.state not in ('WITHDRAWN', 'REJECTED', 'REPUDIATED', 'REVERSED'))";

    private static final String PLACES = """
            select o.id, o.code, o.name, o.kind, o.path,
            case when o.kind = 'COMMUNITY' then %s else %s end records, unix_timestamp(z.declared_at) declared,
            (select m.name from member m where m.id = z.declared_by) declarer
            from organization o left join zero_report z
            on z.organization_id = o.id and z.period = :period and z.revoked_at is null
            where o.kind in ('COMMUNITY', 'BRANCH') and o.valid_from <= :last and (o.valid_to is null or o.valid_to >= :last)
            and %%s""".formatted(COUNT.formatted("community_id"), COUNT.formatted("branch_id"));

    private final EntityManager database;
    private final Reach reach;
    private final Organizations organizations;
    private final AuditTrail audit;

    QuarterOverview(EntityManager database, Reach reach, Organizations organizations, AuditTrail audit) {
        this.database = database;
        this.reach = reach;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** How a place stands in a quarter. */
    enum Standing {
        SERVED("p.records > 0 and p.declared is null"),
        /** It said so. */
        NOTHING("p.records = 0 and p.declared is not null"),
        /** It said so, and there are records: what was said is shown to be wrong, by nobody's doing. */
        CONTRADICTED("p.records > 0 and p.declared is not null"),
        SILENT("p.records = 0 and p.declared is null");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }

        /** As it stands in addresses. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(long records, boolean declared) {
            return declared ? records > 0 ? CONTRADICTED : NOTHING : records > 0 ? SERVED : SILENT;
        }
    }

    /** @param declaredOn null where nothing was said */
    record Line(String code, String name, OrganizationKind kind, Standing standing, long records, LocalDate declaredOn,
            String declaredBy) {
    }

    record Overview(Map<Standing, Long> counts, PageOf<Line> lines) {
    }

    /** @param standing only these, null for all */
    @Transactional
    Overview of(long readerId, Period quarter, String within, Standing standing, int page, int size) {
        Reach.Scope scope = reach.of(readerId, within);
        String places = "(" + PLACES.formatted(scope.condition()) + ") p";
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        List<Standing> all = List.of(Standing.values());
        Object[] sums = (Object[]) bound("select " + String.join(", ",
                all.stream().map(each -> "sum(case when " + each.condition + " then 1 else 0 end)").toList()) + " from "
                + places,
                quarter, scope).getSingleResult();
        all.forEach(each -> counts.put(each, number(sums[each.ordinal()])));
        List<?> rows = bound("select p.* from " + places + (standing == null ? "" : " where " + standing.condition)
                + " order by p.path", quarter, scope).setFirstResult((page - 1) * size).setMaxResults(size).getResultList();
        long total = standing == null ? counts.values().stream().mapToLong(Long::longValue).sum() : counts.get(standing);
        audit.done(readerId, Audited.of("quarter-read", "organization", quarter.key()).detail("rows=" + rows.size()));
        return new Overview(counts, new PageOf<>(rows.stream().map(QuarterOverview::line).toList(), page, size, total));
    }

    private Query bound(String sql, Period quarter, Reach.Scope scope) {
        Query query = database.createNativeQuery(sql).setParameter("period", quarter.key())
                .setParameter("last", quarter.lastDay()).setParameter("from", quarter.firstDay().atStartOfDay())
                .setParameter("until", quarter.lastDay().plusDays(1).atStartOfDay());
        scope.bind(query);
        return query;
    }

    private static Line line(Object found) {
        Object[] row = (Object[]) found;
        long records = number(row[5]);
        LocalDate declared = row[6] == null ? null : BusinessTime.dateOf(Instant.ofEpochSecond(number(row[6])));
        return new Line(row[1].toString(), row[2].toString(), OrganizationKind.valueOf(row[3].toString()),
                Standing.of(records, declared != null), records, declared, row[7] == null ? null : row[7].toString());
    }

    /** How one place stands; empty for what is neither branch nor community, or was not there then. */
    @Transactional
    Optional<Standing> standingOf(String code, Period quarter) {
        Organization place = organizations.byCode(code);
        Reach.Scope alone = new Reach.Scope(Map.of("path0", place.path));
        List<?> rows = bound("select p.* from (" + PLACES.formatted(alone.condition()) + ") p", quarter, alone)
                .setMaxResults(1).getResultList();
        return rows.stream().map(found -> line(found).standing()).findFirst();
    }

    /** Records of one place in a quarter that stand, or may yet. */
    long records(Organization place, Period quarter) {
        String column = place.kind == OrganizationKind.COMMUNITY ? "community_id" : "branch_id";
        return number(database.createNativeQuery("select " + COUNT.formatted(column) + " from organization o where o.id = :id")
                .setParameter("from", quarter.firstDay().atStartOfDay())
                .setParameter("until", quarter.lastDay().plusDays(1).atStartOfDay()).setParameter("id", place.id)
                .getSingleResult());
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
