package org.shuangbaodao.demo;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityDesk;
import org.shuangbaodao.activity.ActivityPlan;
import org.shuangbaodao.activity.ActivityPlan.SlotPlan;
import org.shuangbaodao.activity.Repeat;
import org.shuangbaodao.attendance.SignUps;
import org.shuangbaodao.demo.DemoPeople.Cast;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.organization.Organization;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** What the demo's community has coming up: its weekly day, and one that is about to begin and nearly full. */
@ApplicationScoped
class DemoActivities {

    private static final int WEEKS = 8;
    private static final int PLACES = 3;

    private final ActivityDesk desk;
    private final Activities activities;
    private final SignUps signUps;
    private final BusinessTime time;

    DemoActivities(ActivityDesk desk, Activities activities, SignUps signUps, BusinessTime time) {
        this.desk = desk;
        this.activities = activities;
        this.signUps = signUps;
        this.time = time;
    }

    void publish(Cast cast) {
        LocalDateTime now = time.localNow().withMinute(0).withSecond(0).withNano(0);
        LocalDateTime saturday = now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.SATURDAY)).atTime(9, 0);
        publish(cast, "周六服务日", "清理楼道杂物，入户看望独居老人", "社区党群服务中心", "搬运重物当心扭伤，楼道照明不足处结伴而行",
                saturday, 20, Repeat.WEEKLY, WEEKS);
        String soon = publish(cast, "小区门口值守", "劝导电动车不进楼、不飞线充电", "小区东门", "靠近车道，请穿反光背心", now.plusHours(1),
                PLACES, Repeat.NEVER, null);
        long activity = activities.byText(soon).id();
        long slot = activities.byText(soon).slots().get(0).id();
        // One more than there are places.
        cast.members().stream().filter(each -> cast.demoCommunity() == cast.home().getOrDefault(each.memberId, 0L))
                .map((Affiliation each) -> each.memberId).filter(each -> each != cast.demoMember()).limit(PLACES + 1L)
                .forEach(each -> signUps.signUp(activity, slot, each));
    }

    private String publish(Cast cast, String name, String content, String place, String risk, LocalDateTime start,
            int capacity, Repeat repeat, Integer times) {
        ActivityPlan plan = new ActivityPlan(code(cast.demoCommunity()), null, null, name, content, place, "身体健康", risk, "",
                true, false, true, null, null, List.of(new SlotPlan(start, start.plusHours(2), capacity)), repeat, times);
        return desk.publish("demo-" + repeat, plan, cast.actor(DemoLogin.COMMUNITY)).ids().get(0);
    }

    private static String code(long organizationId) {
        return QuarkusTransaction.requiringNew().call(() -> Organization.<Organization> findById(organizationId).code);
    }
}
