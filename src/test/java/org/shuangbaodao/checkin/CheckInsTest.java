package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.support.Given;

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
        Organization community = given.town().community();
        Member member = given.member(given.town().branch());
        checkIns.install(List.of(decided(member, community, "2025", "2025-03-10")));

        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2025-03-09"))).isFalse();
        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2025-03-10"))).isTrue();
        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2025-12-31"))).isTrue();
        assertThat(checkIns.isAccepted(member.id, community.id, LocalDate.parse("2026-01-01"))).isFalse();
    }

    @Test
    void severalCommunitiesAreListedTheLongestHeldFirst() {
        Organization later = given.town().community();
        Organization earlier = given.town().community();
        Member member = given.member(given.town().branch());
        checkIns.install(List.of(decided(member, later, "2025", "2025-05-01"), decided(member, earlier, "2025", "2025-02-01")));

        assertThat(checkIns.acceptedCommunities(member.id, LocalDate.parse("2025-06-01"))).extracting(each -> each.id)
                .containsExactly(earlier.id, later.id);
        assertThat(checkIns.acceptedCommunities(member.id, LocalDate.parse("2025-03-01"))).extracting(each -> each.id)
                .containsExactly(earlier.id);
    }

    @Test
    void registeredMembersAreCountedByCommunityAndDay() {
        Organization community = given.town().community();
        Organization branch = given.town().branch();
        checkIns.install(List.of(decided(given.member(branch), community, "2025", "2025-01-01"),
                decided(given.member(branch), community, "2025", "2025-07-01")));

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
