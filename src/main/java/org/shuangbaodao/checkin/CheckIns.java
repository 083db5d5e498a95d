package org.shuangbaodao.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** What other features ask about check-ins: who is registered where on a day. */
@ApplicationScoped
public class CheckIns {

    private static final String VALID = " validFrom <= :day and validTo >= :day";

    private final EntityManager database;
    private final Organizations organizations;
    private final Receipts receipts;
    private final AuditTrail audit;
    private final PublicFigures figures;

    CheckIns(EntityManager database, Organizations organizations, Receipts receipts, AuditTrail audit,
            PublicFigures figures) {
        this.database = database;
        this.organizations = organizations;
        this.receipts = receipts;
        this.audit = audit;
        this.figures = figures;
    }

    /**
     * The communities that had accepted the member on {@code day}, the one he has been with longest first. One that was merged
     * away by then stands as what it went to.
     */
    public List<Organization> acceptedCommunities(long memberId, LocalDate day) {
        return database
                .createQuery("select c from CheckIn i join Organization c on c.id = i.communityId where i.memberId = :member"
                        + " and i.validFrom <= :day and i.validTo >= :day order by i.validFrom, i.id", Organization.class)
                .setParameter("member", memberId).setParameter("day", day).getResultList().stream()
                .map(community -> community.existsOn(day) ? community : organizations.successorOf(community)).distinct()
                .toList();
    }

    public boolean isAccepted(long memberId, long communityId, LocalDate day) {
        return acceptedCommunities(memberId, day).stream().anyMatch(community -> community.id == communityId);
    }

    /** What a member offers (67号 art. 5: 专业技能, 服务类别), as he wrote it when he registered; the latest first, nothing twice. */
    @Transactional
    public Offer offerOf(long memberId) {
        List<CheckIn> accepted = CheckIn.list("memberId = ?1 and validFrom is not null order by validFrom desc, id desc",
                memberId);
        return new Offer(said(accepted, each -> each.intention), said(accepted, each -> each.skills));
    }

    private static List<String> said(List<CheckIn> accepted, Function<CheckIn, String> words) {
        return accepted.stream().map(words).filter(each -> !each.isBlank()).distinct().toList();
    }

    /** Kinds of service, and skills. */
    public record Offer(List<String> kinds, List<String> skills) {
    }

    /** Members registered with each community on {@code day}, by community id; communities without any are absent. */
    public Map<Long, Integer> registeredMembers(LocalDate day) {
        Map<Long, Integer> counts = new HashMap<>();
        database.createQuery("select communityId as community, count(distinct memberId) as members from CheckIn"
                + " where memberId is not null and" + VALID + " group by communityId", Tuple.class)
                .setParameter("day", day).getResultList()
                .forEach(row -> counts.put(row.get("community", Long.class), row.get("members", Long.class).intValue()));
        return counts;
    }

    /**
     * Takes over check-ins that were decided elsewhere, on paper or in another system, with receipts of ours. Asks nobody and
     * tells nobody: only for an installation that is being set up.
     */
    @Transactional
    @Retried
    public void install(Collection<Decided> decided) {
        Map<Receipts.Series, Integer> wanted = new HashMap<>();
        decided.forEach(each -> wanted.merge(each.series(), 1, Integer::sum));
        Map<Receipts.Series, Receipts.Range> granted = receipts.reserve(wanted);
        for (Decided each : decided) {
            CheckIn checkIn = CheckIn.byMember(each.memberId(), each.communityId(), each.period(), each.requestedAt());
            checkIn.gridId = each.gridId();
            checkIn.intention = each.intention();
            checkIn.state = CheckInState.ACCEPTED;
            checkIn.decidedBy = each.acceptedBy();
            checkIn.decidedAt = each.acceptedAt();
            checkIn.receiptNumber = granted.get(each.series()).next();
            checkIn.validFrom = each.validFrom();
            checkIn.validTo = each.period().lastDay();
            checkIn.persist();
        }
        audit.done(null, Audited.of("check-in-install", "check-in", "*").detail("rows=" + decided.size()));
        figures.changed();
    }

    /**
     * A member's check-in that a community has accepted before.
     *
     * @param gridId may be null
     * @param period a year
     */
    public record Decided(long memberId, long communityId, Long gridId, Period period, String intention, Instant requestedAt,
            long acceptedBy, Instant acceptedAt, LocalDate validFrom) {

        Receipts.Series series() {
            return new Receipts.Series(communityId, period.key());
        }
    }
}
