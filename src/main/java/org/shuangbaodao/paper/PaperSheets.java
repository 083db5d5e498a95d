package org.shuangbaodao.paper;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.attendance.SignUpState;
import org.shuangbaodao.attendance.SignUps;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.RequestKeys;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;

/** Prints sheets, takes them in, voids them. Typing them is {@link PaperTyping}. */
@ApplicationScoped
public class PaperSheets {

    private static final int USUAL_ROWS = 20;
    private static final int MOST_DAYS = 31;
    private static final int DAYS_AHEAD = 92;

    private final EntityManager database;
    private final Activities activities;
    private final SignUps signUps;
    private final SheetKeeping keeping;
    private final Organizations organizations;
    private final Members members;
    private final WorkingDays workingDays;
    private final RequestKeys requestKeys;
    private final AuditTrail audit;
    private final BusinessTime time;

    PaperSheets(EntityManager database, Activities activities, SignUps signUps, SheetKeeping keeping,
            Organizations organizations, Members members, WorkingDays workingDays, RequestKeys requestKeys, AuditTrail audit,
            BusinessTime time) {
        this.database = database;
        this.activities = activities;
        this.signUps = signUps;
        this.keeping = keeping;
        this.organizations = organizations;
        this.members = members;
        this.workingDays = workingDays;
        this.requestKeys = requestKeys;
        this.audit = audit;
        this.time = time;
    }

    /** Makes a sheet, once per key; its file can be fetched as often as paper runs out. */
    @Transactional
    @Retried
    public SheetAnswer print(String requestKey, SheetOrder order, long actorId) {
        return requestKeys.once(actorId, requestKey, order, SheetAnswer.class, () -> {
            PaperSheet sheet = new PaperSheet(SheetCode.random(), actorId, time.now());
            if (order.isOfActivity()) {
                ofActivity(sheet, order, actorId);
            } else {
                ofCommunity(sheet, order, actorId);
            }
            sheet.rowCount = order.rows() == null ? USUAL_ROWS : order.rows();
            sheet.persist();
            audit.done(actorId, Audited.of("paper-print", "paper_sheet", sheet.id)
                    .detail("rows=" + sheet.rowCount + " names=" + sheet.withNames));
            return answer(sheet);
        });
    }

    private void ofActivity(PaperSheet sheet, SheetOrder order, long actorId) {
        ActivityFacts activity = activities.byText(order.activityId());
        keeping.require(keeping.mayPrintFor(actorId, activity));
        Slot slot = activity.slots().stream().filter(each -> order.slotId() == null || order.slotId().isBlank()
                ? activity.slots().size() == 1
                : Ids.text(each.id()).equals(order.slotId())).findFirst().filter(each -> !activity.isCancelled())
                .orElseThrow(() -> new Problem(PaperProblem.NO_OCCASION));
        sheet.withNames = Boolean.TRUE.equals(order.withNames());
        keeping.require(!sheet.withNames || keeping.mayRun(actorId, activity));
        sheet.activityId = activity.id();
        sheet.slotId = slot.id();
        sheet.communityId = activity.communityId();
        sheet.fromDay = slot.day();
        sheet.toDay = slot.day();
        sheet.place = activity.place();
    }

    private void ofCommunity(PaperSheet sheet, SheetOrder order, long actorId) {
        if (order.communityCode() == null || order.communityCode().isBlank()) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("communityCode", "required")));
        }
        if (order.from() == null) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("from", "required")));
        }
        Organization community = organizations.byCode(order.communityCode().strip());
        keeping.require(keeping.keeps(actorId, community));
        LocalDate to = order.to() == null ? order.from() : order.to();
        if (community.kind != OrganizationKind.COMMUNITY || !community.existsOn(order.from())) {
            throw new Problem(PaperProblem.NO_OCCASION);
        }
        if (to.isBefore(order.from()) || ChronoUnit.DAYS.between(order.from(), to) >= MOST_DAYS
                || to.isAfter(time.today().plusDays(DAYS_AHEAD))) {
            throw new Problem(PaperProblem.DAYS, MOST_DAYS);
        }
        sheet.communityId = community.id;
        sheet.fromDay = order.from();
        sheet.toDay = to;
        sheet.place = Names.tidy(order.place()).isEmpty() ? community.name : Names.tidy(order.place());
    }

    /** The office has it in hand. */
    @Transactional
    @Retried
    public SheetAnswer receive(String code, LocalDate receivedOn, long actorId) {
        PaperSheet sheet = locked(code);
        keeping.require(keeping.receives(actorId, sheet));
        sheet.require(SheetState.PRINTED);
        Receipt.against(receivedOn, BusinessTime.dateOf(sheet.printedAt), sheet.fromDay, time.today(), workingDays)
                .ifPresent(reason -> {
                    throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("receivedOn", reason)));
                });
        sheet.state = SheetState.RECEIVED;
        sheet.receivedOn = receivedOn;
        sheet.receivedBy = actorId;
        sheet.receivedAt = time.now();
        audit.done(actorId, Audited.of("paper-receive", "paper_sheet", sheet.id).detail("on=" + receivedOn));
        return answer(sheet);
    }

    /** Lost or spoilt: nothing will be typed from it. */
    @Transactional
    @Retried
    public SheetAnswer discard(String code, String reason, long actorId) {
        PaperSheet sheet = locked(code);
        keeping.require(keeping.keeps(actorId, sheet));
        if (Names.tidy(reason).isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("reason", "required")));
        }
        sheet.require(sheet.state == SheetState.RECEIVED ? SheetState.RECEIVED : SheetState.PRINTED);
        sheet.state = SheetState.VOIDED;
        sheet.voidedBy = actorId;
        sheet.voidedAt = time.now();
        sheet.voidReason = Names.tidy(reason);
        audit.done(actorId, Audited.of("paper-void", "paper_sheet", sheet.id));
        return answer(sheet);
    }

    /** @throws Problem {@code paper/unknown} */
    PaperSheet locked(String code) {
        PaperSheet sheet = PaperSheet.byCode(code).orElseThrow(() -> new Problem(PaperProblem.UNKNOWN));
        database.refresh(sheet, LockModeType.PESSIMISTIC_WRITE);
        return sheet;
    }

    /**
     * A sheet with what the reader may do to it.
     *
     * @param slot null for personal service
     */
    record Look(SheetAnswer sheet, Slot slot, boolean mayType, boolean mayReceive) {
    }

    @Transactional
    Look look(String code, long actorId) {
        PaperSheet sheet = PaperSheet.byCode(code).orElseThrow(() -> new Problem(PaperProblem.UNKNOWN));
        keeping.requireReader(actorId, sheet);
        return new Look(answer(sheet), slot(sheet), keeping.keeps(actorId, sheet), keeping.receives(actorId, sheet));
    }

    @Transactional
    public SheetAnswer one(String code, long actorId) {
        return look(code, actorId).sheet();
    }

    Slot slot(PaperSheet sheet) {
        return sheet.isPersonal() ? null : activities.byId(sheet.activityId).slot(sheet.slotId).orElse(null);
    }

    /** Somebody whose name stands on the sheet before he signs. */
    record Expected(String number, String name) {
    }

    /** Those who had signed up, by name; nobody for a sheet printed without names. */
    @Transactional
    List<Expected> expected(String code, long actorId) {
        PaperSheet sheet = PaperSheet.byCode(code).orElseThrow(() -> new Problem(PaperProblem.UNKNOWN));
        if (!sheet.withNames) {
            return List.of();
        }
        ActivityFacts activity = activities.byId(sheet.activityId);
        if (!keeping.mayRun(actorId, activity)) {
            return List.of();
        }
        Set<Long> ids = signUps.people(activity, actorId).stream()
                .filter(each -> each.slotId() == sheet.slotId && each.state() == SignUpState.TAKEN)
                .map(SignUps.Person::memberId).collect(Collectors.toSet());
        return members.byIds(ids).values().stream()
                .sorted(Comparator.<Member, String> comparing(each -> each.sortKey).thenComparing(each -> each.number))
                .limit(SheetRow.MOST).map(each -> new Expected(each.number, each.name)).toList();
    }

    /** The sheets of a community, or of an activity, the latest first. */
    @Transactional
    public PageOf<SheetAnswer> of(String communityCode, String activityId, int page, int size, long actorId) {
        var found = activityId == null ? inCommunity(communityCode, actorId) : ofActivity(activityId, actorId);
        return new PageOf<>(answers(found.page(Page.of(page - 1, size)).list()), page, size, found.count());
    }

    private PanacheQuery<PaperSheet> inCommunity(String code, long actorId) {
        Organization community = organizations.byCode(String.valueOf(code).strip());
        keeping.require(keeping.reads(actorId, community));
        return PaperSheet.find("communityId = ?1 order by printedAt desc, id desc", community.id);
    }

    private PanacheQuery<PaperSheet> ofActivity(String id, long actorId) {
        ActivityFacts activity = activities.byText(id);
        keeping.require(keeping.mayPrintFor(actorId, activity));
        return PaperSheet.find("activityId = ?1 order by printedAt desc, id desc", activity.id());
    }

    SheetAnswer answer(PaperSheet sheet) {
        return answers(List.of(sheet)).get(0);
    }

    private List<SheetAnswer> answers(List<PaperSheet> sheets) {
        Map<Long, ActivityFacts> known = activities
                .byIds(sheets.stream().map(each -> each.activityId).filter(Objects::nonNull).distinct().toList());
        Map<Long, Organization> places = organizations.byIds(Stream.concat(sheets.stream().map(each -> each.communityId),
                known.values().stream().map(ActivityFacts::organizerId)).distinct().toList());
        Map<Long, Member> people = members.byIds(sheets.stream()
                .flatMap(each -> Stream.of(each.printedBy, each.receivedBy, each.appliedBy)).filter(Objects::nonNull)
                .distinct().toList());
        return sheets.stream().map(sheet -> {
            ActivityFacts activity = known.get(sheet.activityId);
            Organization community = places.get(sheet.communityId);
            return SheetAnswer.of(sheet, new SheetNames(community, activity == null ? null : activity.name(),
                    activity == null ? community.name : places.get(activity.organizerId()).name, people));
        }).toList();
    }
}
