package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckInsTest {

    @Inject
    CheckIns checkIns;
    @Inject
    Given given;

    @Test
    void installedCheckInsHoldFromTheirFirstDayToTheEndOfThePeriod() {
        Organization community = given.community("安装社区");
        Member member = given.member("安装甲", given.unit("安装支部"));
        checkIns.install(List.of(decided(member, community, "2025", "2025-03-10")));

        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2025-03-09"))).isFalse();
        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2025-03-10"))).isTrue();
        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2025-12-31"))).isTrue();
        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2026-01-01"))).isFalse();
    }

    @Test
    void severalCommunitiesAreListedTheLongestHeldFirst() {
        Organization later = given.community("后报到社区");
        Organization earlier = given.community("先报到社区");
        Member member = given.member("多社区甲", given.unit("多社区支部"));
        checkIns.install(List.of(decided(member, later, "2025", "2025-05-01"), decided(member, earlier, "2025", "2025-02-01")));

        assertThat(checkIns.acceptedCommunities(member.id, LocalDate.parse("2025-06-01"))).extracting(each -> each.name)
                .containsExactly("先报到社区", "后报到社区");
        assertThat(checkIns.acceptedCommunities(member.id, LocalDate.parse("2025-03-01"))).extracting(each -> each.name)
                .containsExactly("先报到社区");
    }

    @Test
    void registeredMembersAreCountedByCommunityAndDay() {
        Organization community = given.community("计数社区");
        Organization branch = given.unit("计数支部");
        checkIns.install(List.of(decided(given.member("计数甲", branch), community, "2025", "2025-01-01"),
                decided(given.member("计数乙", branch), community, "2025", "2025-07-01")));

        assertThat(checkIns.registeredMembers(LocalDate.parse("2025-06-30"))).containsEntry(community.id, 1);
        assertThat(checkIns.registeredMembers(LocalDate.parse("2025-07-01"))).containsEntry(community.id, 2);
        assertThat(checkIns.registeredMembers(LocalDate.parse("2024-07-01"))).doesNotContainKey(community.id);
    }

    private static CheckIns.Decided decided(Member member, Organization community, String period, String from) {
        Instant at = Instant.parse(from + "T02:00:00Z");
        return new CheckIns.Decided(member.id, community.id, null, Period.parse(period).orElseThrow(), "环境整治", at, member.id,
                at,
                LocalDate.parse(from));
    }
}
