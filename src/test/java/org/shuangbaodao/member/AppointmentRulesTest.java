package org.shuangbaodao.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuangbaodao.member.Office.ADMINISTRATOR;
import static org.shuangbaodao.member.Office.AUDITOR;
import static org.shuangbaodao.member.Office.BRANCH_COMMITTEE_MEMBER;
import static org.shuangbaodao.member.Office.BRANCH_DEPUTY;
import static org.shuangbaodao.member.Office.BRANCH_SECRETARY;
import static org.shuangbaodao.member.Office.COMMITTEE_OFFICER;
import static org.shuangbaodao.member.Office.COMMUNITY_SECRETARY;
import static org.shuangbaodao.member.Office.GRID_LEAD;
import static org.shuangbaodao.member.Office.GRID_WORKER;
import static org.shuangbaodao.member.Office.LIAISON;

import java.util.Map;
import java.util.Set;

import org.shuangbaodao.member.AppointmentRules.Seat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table: which office, held where, lets one give which office. */
class AppointmentRulesTest {

    private enum Where {
        HERE(true, false, false, false),
        HERE_AT_THE_TOP(true, false, false, true),
        DIRECTLY_ABOVE(false, true, true, false),
        FURTHER_ABOVE(false, false, true, false),
        AT_THE_TOP_ABOVE(false, false, true, true),
        ELSEWHERE(false, false, false, false);

        private final boolean here;
        private final boolean directlyAbove;
        private final boolean above;
        private final boolean top;

        Where(boolean here, boolean directlyAbove, boolean above, boolean top) {
            this.here = here;
            this.directlyAbove = directlyAbove;
            this.above = above;
            this.top = top;
        }
    }

    private static final Set<Where> ABOVE = Set.of(Where.DIRECTLY_ABOVE, Where.FURTHER_ABOVE, Where.AT_THE_TOP_ABOVE);
    private static final Set<Where> HERE = Set.of(Where.HERE, Where.HERE_AT_THE_TOP);
    private static final Set<Where> TOP = Set.of(Where.HERE_AT_THE_TOP, Where.AT_THE_TOP_ABOVE);
    private static final Set<Where> ANYWHERE = Set.of(Where.values());

    /** Given office → holder's office → where he may hold it. What is not written is refused. */
    private static final Map<Office, Map<Office, Set<Where>>> BELOW_THE_TOP = Map.of(
            BRANCH_SECRETARY, Map.of(COMMITTEE_OFFICER, ABOVE),
            BRANCH_DEPUTY, Map.of(COMMITTEE_OFFICER, ABOVE),
            BRANCH_COMMITTEE_MEMBER, Map.of(COMMITTEE_OFFICER, ABOVE),
            COMMUNITY_SECRETARY, Map.of(COMMITTEE_OFFICER, ABOVE),
            GRID_LEAD, Map.of(COMMITTEE_OFFICER, ABOVE),
            COMMITTEE_OFFICER, Map.of(COMMITTEE_OFFICER, ABOVE),
            GRID_WORKER, Map.of(COMMITTEE_OFFICER, union(ABOVE, HERE), BRANCH_SECRETARY, HERE, COMMUNITY_SECRETARY,
                    union(HERE, Set.of(Where.DIRECTLY_ABOVE))),
            LIAISON, Map.of(COMMITTEE_OFFICER, union(ABOVE, HERE), BRANCH_SECRETARY, HERE, COMMUNITY_SECRETARY,
                    union(HERE, Set.of(Where.DIRECTLY_ABOVE))),
            AUDITOR, Map.of(COMMITTEE_OFFICER, TOP),
            ADMINISTRATOR, Map.of(ADMINISTRATOR, ANYWHERE));

    @ParameterizedTest
    @EnumSource(Office.class)
    void officesBelowTheTop(Office given) {
        for (Office held : Office.values()) {
            for (Where where : Where.values()) {
                boolean expected = BELOW_THE_TOP.get(given).getOrDefault(held, Set.of()).contains(where);

                assertThat(AppointmentRules.mayGive(seat(held, where), given, false))
                        .as("%s %s gives %s", held, where, given).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void onlyAdministratorsGiveTheOfficerAtTheTop(Office held) {
        for (Where where : Where.values()) {
            assertThat(AppointmentRules.mayGive(seat(held, where), COMMITTEE_OFFICER, true)).as("%s %s", held, where)
                    .isEqualTo(held == ADMINISTRATOR);
        }
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void whatDecidesOrWatchesTakesTwoSignatures(Office office) {
        assertThat(AppointmentRules.takesTwo(office)).isEqualTo(!Set.of(GRID_WORKER, LIAISON).contains(office));
    }

    @ParameterizedTest
    @EnumSource(Office.class)
    void administratorsHoldNothingElseAndAuditorsDecideNothing(Office other) {
        assertThat(AppointmentRules.apart(ADMINISTRATOR, other)).isEqualTo(other != ADMINISTRATOR);
        assertThat(AppointmentRules.apart(other, ADMINISTRATOR)).isEqualTo(other != ADMINISTRATOR);
        assertThat(AppointmentRules.apart(AUDITOR, other)).isEqualTo(other == ADMINISTRATOR || other.isDeciding());
        assertThat(AppointmentRules.apart(other, AUDITOR)).isEqualTo(other == ADMINISTRATOR || other.isDeciding());
    }

    private static Seat seat(Office office, Where where) {
        return new Seat(office, where.here, where.directlyAbove, where.above, where.top);
    }

    private static Set<Where> union(Set<Where> one, Set<Where> other) {
        Set<Where> both = new java.util.HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
