package org.shuangbaodao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.shuangbaodao.kernel.Actor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavEntryTest {

    @Test
    void aVisitorSeesWhatIsPublic() {
        assertThat(openTo(Actor.VISITOR)).containsExactly(NavEntry.HOME, NavEntry.RANKINGS, NavEntry.RULES,
                NavEntry.NOTICES, NavEntry.ACTIVITIES);
    }

    @Test
    void eachRoleOpensItsOwnWays() {
        assertThat(openTo(with(Actor.MEMBER))).contains(NavEntry.RECORDS, NavEntry.LEDGER, NavEntry.CHECKINS)
                .doesNotContain(NavEntry.REVIEW, NavEntry.MEMBERS, NavEntry.APPOINTMENTS);
        assertThat(openTo(with(Actor.MEMBER, Actor.DECIDER))).contains(NavEntry.REVIEW)
                .doesNotContain(NavEntry.ORGANIZATIONS, NavEntry.MEMBERS);
        assertThat(openTo(with(Actor.MEMBER, Actor.DECIDER, Actor.REGISTRAR))).contains(NavEntry.MEMBERS);
        assertThat(openTo(with(Actor.OFFICER))).contains(NavEntry.ORGANIZATIONS);
    }

    @Test
    void anAdministratorNeitherDecidesNorReadsMembers() {
        assertThat(openTo(with(Actor.ADMINISTRATOR))).contains(NavEntry.APPOINTMENTS).doesNotContain(NavEntry.REVIEW,
                NavEntry.MEMBERS);
    }

    @ParameterizedTest
    @CsvSource({ "HOME,/,true", "HOME,/rankings,false", "RANKINGS,/rankings,true", "RANKINGS,/rankings/units,true",
            "RANKINGS,/rankings-of-old,false", "LEDGER,/me,false" })
    void aPageBelongsToTheEntryAboveIt(NavEntry entry, String path, boolean belongs) {
        assertThat(entry.leadsTo(path)).isEqualTo(belongs);
    }

    private static List<NavEntry> openTo(Actor actor) {
        return Arrays.stream(NavEntry.values()).filter(entry -> entry.isOpenTo(actor)).toList();
    }

    private static Actor with(String... roles) {
        return new Actor(1L, "张三", 1L, Set.of(roles));
    }
}
