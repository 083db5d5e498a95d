package org.shuangbaodao.servicerecord;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.activity.Posts;
import org.shuangbaodao.attendance.SignUps;
import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Form;

/** The report as a form: day and community are filled in, from, to and what are left to the member. */
@ApplicationScoped
class ReportForm {

    private static final Set<Office> ENTERING = EnumSet.of(Office.BRANCH_SECRETARY, Office.BRANCH_DEPUTY,
            Office.COMMUNITY_SECRETARY, Office.GRID_LEAD, Office.GRID_WORKER, Office.LIAISON, Office.COMMITTEE_OFFICER);
    private static final int MOST_FOUND = 30;
    /** Ten working days, and the holidays between. */
    private static final int DAYS_BACK = 20;

    private final CheckIns checkIns;
    private final SignUps signUps;
    private final Activities activities;
    private final Posts posts;
    private final Organizations organizations;
    private final BusinessTime time;

    ReportForm(CheckIns checkIns, SignUps signUps, Activities activities, Posts posts, Organizations organizations,
            BusinessTime time) {
        this.checkIns = checkIns;
        this.signUps = signUps;
        this.activities = activities;
        this.posts = posts;
        this.organizations = organizations;
        this.time = time;
    }

    /**
     * @param posts those the communities keep; the field is left out where there are none
     * @param mayEnterForOthers whether to offer the fields for an entry on behalf
     */
    record Choices(List<Choice> communities, List<PostChoice> posts, String search, boolean mayEnterForOthers, String today,
            List<ActivityChoice> activities) {
    }

    /** An activity the member signed up for that has begun: its own form fills itself in. */
    record ActivityChoice(String id, String name, String day) {
    }

    /** A post, with its community where several are offered. */
    record PostChoice(String id, String name, String community, boolean professional) {
    }

    /** A community and, since names repeat, its street. */
    record Choice(String code, String name, String street) {
    }

    @Transactional
    Form blank(long memberId) {
        List<Organization> accepted = checkIns.acceptedCommunities(memberId, time.today());
        return Form.blank().with("day", time.today()).with("key", "page-" + Ids.text(Ids.next()))
                .with("community", accepted.size() == 1 ? accepted.get(0).code : null);
    }

    Form filled(ServiceRecord record) {
        Organization community = record.communityId == null ? null : organizations.byId(record.communityId);
        return Form.blank().with("day", record.startedAt.toLocalDate()).with("from", record.startedAt.toLocalTime())
                .with("to", record.endedAt.toLocalTime()).with("summary", record.summary).with("place", record.place)
                .with("community", community == null ? null : community.code).with("issuer", record.issuer)
                .with("proof", record.proofNumber).with("version", record.version)
                .with("volunteer", record.eligibility == Eligibility.VOLUNTEER ? "yes" : null)
                .with("working", record.workingTime ? "yes" : null)
                .with("late", record.lateReason)
                .with("post", record.postId == null ? null : Ids.text(record.postId))
                .with("activity", record.activityId == null ? null : Ids.text(record.activityId));
    }

    @Transactional
    Choices choices(long memberId, String search) {
        List<Organization> found = new ArrayList<>(checkIns.acceptedCommunities(memberId, time.today()));
        addFound(found, search);
        boolean mayEnter = Appointment.heldBy(memberId, time.today()).stream().anyMatch(held -> ENTERING.contains(held.office));
        return new Choices(choices(found), posts(found, time.today()), search, mayEnter, time.today().toString(),
                activities(memberId));
    }

    @Transactional
    Choices choicesFor(ServiceRecord record) {
        List<Organization> found = new ArrayList<>(checkIns.acceptedCommunities(record.memberId, record.servedOn()));
        if (record.communityId != null && found.stream().noneMatch(each -> each.id.equals(record.communityId))) {
            found.add(organizations.byId(record.communityId));
        }
        return new Choices(choices(found), posts(found, record.servedOn()), "", false, time.today().toString(),
                List.of());
    }

    private List<ActivityChoice> activities(long memberId) {
        List<Long> ids = signUps.activitiesOf(memberId, time.today().minusDays(DAYS_BACK));
        Map<Long, ActivityFacts> known = activities.byIds(ids);
        return ids.stream().map(known::get).filter(each -> !each.startsAt().isAfter(time.localNow()))
                .map(each -> new ActivityChoice(Ids.text(each.id()), each.name(), each.startsAt().toLocalDate().toString()))
                .toList();
    }

    private void addFound(List<Organization> found, String search) {
        String wanted = Names.tidy(search);
        if (wanted.isEmpty()) {
            return;
        }
        Organization.<Organization> find("kind = ?1 and validTo is null and (code = ?2 or name like ?3) order by name, code",
                OrganizationKind.COMMUNITY, wanted, "%" + wanted.replace("%", "").replace("_", "") + "%")
                .page(0, MOST_FOUND).<Organization> list().stream()
                .filter(each -> found.stream().noneMatch(other -> other.id.equals(each.id))).forEach(found::add);
    }

    private List<PostChoice> posts(List<Organization> communities, LocalDate day) {
        return communities.stream().flatMap(community -> posts.openOn(community.id, day).stream()
                .map(post -> new PostChoice(Ids.text(post.id()), post.name(), community.name, post.professional()))).toList();
    }

    private List<Choice> choices(List<Organization> communities) {
        Map<Long, Organization> streets = organizations.byIds(communities.stream().map(each -> each.parentId).toList());
        return communities.stream().map(each -> new Choice(each.code, each.name,
                streets.containsKey(each.parentId) ? streets.get(each.parentId).name : "")).toList();
    }

    /** The report as typed; what cannot be read is noted in the form. */
    Report read(Form form) {
        LocalDate day = date(form, "day");
        LocalTime from = time(form, "from");
        LocalTime to = time(form, "to");
        String summary = form.value("summary");
        if (summary.isEmpty()) {
            form.reject("summary", "required");
        } else if (summary.length() > 500) {
            form.reject("summary", "too-long");
        }
        LocalDateTime start = day == null || from == null ? null : day.atTime(from);
        LocalDateTime end = day == null || to == null ? null : day.atTime(to);
        if (start != null && end != null && !end.isAfter(start)) {
            // 22:00 to 01:00 and 20:00 to 00:00 end on the next day; what that makes too long was a slip.
            end = end.plusDays(1);
            if (start.plusMinutes(ServiceRecords.LONGEST_MINUTES).isBefore(end)) {
                form.reject("to", "servicerecord-end-before-start");
            }
        }
        return new Report(start, end, summary, form.value("activity"), null, form.value("community"), null, form.value("place"),
                form.is("volunteer", "yes") ? Eligibility.VOLUNTEER : Eligibility.DUTY, form.is("working", "yes"),
                form.value("issuer"), form.value("proof"), form.value("member"), form.value("consent"), form.value("post"),
                form.value("late"));
    }

    private static LocalDate date(Form form, String field) {
        try {
            return LocalDate.parse(form.value(field));
        } catch (DateTimeException e) {
            form.reject(field, form.value(field).isEmpty() ? "required" : "not-a-date");
            return null;
        }
    }

    private static LocalTime time(Form form, String field) {
        String typed = form.value(field);
        try {
            // An elder types 24:00 where a clock says 00:00.
            return typed.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeException e) {
            form.reject(field, typed.isEmpty() ? "required" : "not-a-time");
            return null;
        }
    }

    static Integer number(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
}
