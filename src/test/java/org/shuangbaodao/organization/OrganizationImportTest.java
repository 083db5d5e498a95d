package org.shuangbaodao.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.ImportReport.Reason;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganizationImportTest {

    @Inject
    Given given;
    @Inject
    CommunityImport communities;
    @Inject
    PartyOrganizationImport parties;
    @Inject
    Organizations organizations;

    private static String fresh() {
        return "t" + Ids.text(Ids.next());
    }

    private static Reader list() {
        return new InputStreamReader(OrganizationImportTest.class.getResourceAsStream("/demo/communities-chongqing.csv"),
                StandardCharsets.UTF_8);
    }

    @Test
    void theOfficialListIsTakenOnce() {
        communities.divisions(list(), Given.LONG_AGO, null);

        ImportReport again = communities.divisions(list(), Given.LONG_AGO, null);

        assertThat(again.created()).isZero();
        assertThat(again.renamed()).isZero();
        assertThat(again.unchanged()).isGreaterThanOrEqualTo(1488);
        assertThat(again.errors()).isEmpty();
        Organization community = organizations.byCode("500109001028");
        assertThat(organizations.superiorsOf(community)).extracting(superior -> superior.name).containsExactly("天生街道", "北碚区");
    }

    @Test
    void anotherNameForAKnownCodeIsARename() {
        String area = fresh();
        String street = fresh();
        String community = fresh();
        String header = "\uFEFFarea_code,area,street_code,street,community_code,community\n";
        String row = "%s,甲区,%s,乙街道,%s,%s\n";
        communities.divisions(new StringReader(header + row.formatted(area, street, community, "旧村村民委员会")), Given.LONG_AGO,
                null);

        ImportReport report = communities.divisions(
                new StringReader(header + row.formatted(area, street, community, "新社区居民委员会")), Given.LONG_AGO, null);

        assertThat(report).isEqualTo(new ImportReport(0, 1, 2, report.errors()));
        Organization renamed = QuarkusTransaction.requiringNew().call(() -> organizations.byCode(community));
        assertThat(renamed.name).isEqualTo("新社区居民委员会");
        assertThat(OrganizationChange.of(renamed.id)).singleElement()
                .satisfies(change -> assertThat(change.beforeValue).isEqualTo("旧村村民委员会"));
    }

    @Test
    void badRowsAreNamedAndTheOthersStand() {
        String top = fresh();
        String branch = fresh();
        String csv = """
                code,kind,name,parent_code,seat_code,unit
                %1$s,党委,甲党委,,,是
                %2$s,党支部,甲支部,%1$s,,
                %3$s,什么,乙,%1$s,,
                %4$s,党支部,丙,不存在,,
                %5$s,党支部,,%1$s,,
                %6$s,党委,丁,%2$s,,
                """.formatted(top, branch, fresh(), fresh(), fresh(), fresh());

        ImportReport report = parties.organizations(new StringReader(csv), Given.LONG_AGO, null);

        assertThat(report.created()).isEqualTo(2);
        assertThat(report.errors()).extracting(error -> error.row() + " " + error.reason()).containsExactly(
                "4 " + Reason.UNKNOWN_KIND, "5 " + Reason.UNKNOWN_SUPERIOR, "6 " + Reason.INCOMPLETE,
                "7 " + Reason.WRONG_PLACE);
        assertThat(organizations.byCode(top).unit).isTrue();
    }

    @Test
    void gridsGoBelowTheirCommunity() {
        Town town = given.town();
        String grid = fresh();
        String micro = fresh();
        String csv = "community_code,grid_code,grid_name,kind\n%s,%s,第一网格,网格\n%s,%s,一号楼,微网格\n".formatted(town.community().code,
                grid, grid, micro);

        ImportReport report = communities.grids(new StringReader(csv), Given.LONG_AGO, null);

        assertThat(report.created()).isEqualTo(2);
        assertThat(organizations.byCode(micro).superiors()).startsWith(organizations.byCode(grid).id, town.community().id);
    }

    @Test
    void aListWithoutItsColumnsIsRefusedAsAWhole() {
        assertThatThrownBy(() -> communities.divisions(new StringReader("a,b\n1,2\n"), Given.LONG_AGO, null))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(OrganizationProblem.LIST_COLUMNS));
    }
}
