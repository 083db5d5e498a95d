package org.shuangbaodao.inbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** The group robots that organizations want to be told by. */
@ApplicationScoped
class Robots {

    /** Whoever runs an organization, and those who run the installation for the roots. */
    private static final Set<Office> KEEPERS = Set.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMUNITY_SECRETARY, Office.COMMITTEE_OFFICER, Office.ADMINISTRATOR);
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_SECRET = 200;
    private static final int SHORTEST_SECRET = 8;

    private final EntityManager database;
    private final Outbox outbox;
    private final TargetGuard guard;
    private final Organizations organizations;
    private final Offices offices;
    private final PersonalFields fields;
    private final AuditTrail audit;
    private final BusinessTime time;

    Robots(EntityManager database, Outbox outbox, TargetGuard guard, Organizations organizations, Offices offices,
            PersonalFields fields, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.outbox = outbox;
        this.guard = guard;
        this.organizations = organizations;
        this.offices = offices;
        this.fields = fields;
        this.audit = audit;
        this.time = time;
    }

    /** A robot with everything that lets one call it. */
    record Known(String address, String secret, Locale language) {
    }

    /**
     * An organization whose robot somebody keeps.
     *
     * @param host where the robot stands, null without one; the rest of the address is a password
     */
    record Kept(String code, String name, String host) {
    }

    @Transactional
    Optional<Known> of(long organizationId) {
        return Robot.<Robot> findByIdOptional(organizationId).map(robot -> new Known(fields.decrypt(robot.addressCipher),
                fields.decrypt(robot.secretCipher), Locale.forLanguageTag(robot.language)));
    }

    /** Of the organizations in which somebody holds such an office. */
    @Transactional
    List<Kept> keptBy(long memberId) {
        List<Long> held = Appointment.heldBy(memberId, time.today()).stream().filter(each -> KEEPERS.contains(each.office))
                .map(each -> each.organizationId).distinct().toList();
        return organizations.byIds(held).values().stream()
                .sorted(Comparator.comparing((Organization each) -> each.sortKey).thenComparing(each -> each.code))
                .map(this::kept).toList();
    }

    /** @throws Problem {@code common/forbidden} */
    @Transactional
    Kept kept(String code, long actorId) {
        return kept(keptBy(actorId, code));
    }

    private Kept kept(Organization organization) {
        return new Kept(organization.code, organization.name, Robot.<Robot> findByIdOptional(organization.id)
                .map(robot -> URI.create(fields.decrypt(robot.addressCipher)).getHost()).orElse(null));
    }

    /** @param secret empty to leave the one that is there */
    @Transactional
    @Retried
    void set(String code, String address, String secret, Locale language, long actorId) {
        Organization organization = keptBy(actorId, code);
        // Before anything is locked: looking a name up can take its time.
        TargetGuard.Verdict verdict = address.length() > LONGEST_ADDRESS ? null : guard.judge(address);
        Robot robot = locked(organization.id).orElseGet(() -> new Robot(organization.id));
        List<FieldProblem> problems = new ArrayList<>();
        if (verdict == null || verdict.isRefused()) {
            problems.add(new FieldProblem("address",
                    address.isEmpty() ? "required" : verdict == null ? "too-long" : verdict.refusal().reason()));
        }
        boolean keeps = secret.isEmpty() && robot.secretCipher != null;
        if (!keeps && (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET)) {
            problems.add(new FieldProblem("secret",
                    secret.isEmpty() ? "required" : secret.length() < SHORTEST_SECRET ? "too-short" : "too-long"));
        }
        if (!problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", problems);
        }
        robot.addressCipher = fields.encrypt(address);
        robot.secretCipher = keeps ? robot.secretCipher : fields.encrypt(secret);
        robot.language = language.toLanguageTag();
        robot.setBy = actorId;
        robot.setAt = time.now();
        robot.persist();
        audit.done(actorId, Audited.of("robot-set", "organization", organization.id));
    }

    @Transactional
    @Retried
    void remove(String code, long actorId) {
        Organization organization = keptBy(actorId, code);
        if (Robot.deleteById(organization.id)) {
            audit.done(actorId, Audited.of("robot-remove", "organization", organization.id));
        }
    }

    /** Puts a message on its way to it, so that whoever set it sees whether it works. */
    @Transactional
    @Retried
    void test(String code, long actorId) {
        Organization organization = keptBy(actorId, code);
        if (locked(organization.id).isEmpty()) {
            throw new Problem(InboxProblem.NO_ROBOT);
        }
        outbox.announce(List.of(organization.id),
                Word.of(InboxTiding.ROBOT_TEST, "/robots/" + code, "test/" + Ids.text(Ids.next())));
        audit.done(actorId, Audited.of("robot-test", "organization", organization.id));
    }

    // The organization's row is locked, not the robot's: two who set the first one at once wait for each other too.
    private Optional<Robot> locked(long organizationId) {
        database.find(Organization.class, organizationId, LockModeType.PESSIMISTIC_WRITE);
        return Robot.findByIdOptional(organizationId);
    }

    private Organization keptBy(long actorId, String code) {
        Organization organization = organizations.byCode(code);
        if (offices.reaching(actorId, organization).stream().noneMatch(KEEPERS::contains)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return organization;
    }
}
