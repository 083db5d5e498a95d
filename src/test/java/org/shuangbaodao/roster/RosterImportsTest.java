package org.shuangbaodao.roster;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.member.RosterState;
import org.shuangbaodao.organization.CommunityImport;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.organization.Organizations.Foundation;
import org.shuangbaodao.roster.RosterImports.Progress;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dry run and what comes of it, on the sample and on small rosters. */
@QuarkusTest
class RosterImportsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    @Inject
    Given given;
    @Inject
    Members members;
    @Inject
    RosterImports imports;
    @Inject
    RosterViews views;
    @Inject
    CommunityImport communities;
    @Inject
    Organizations organizations;
    @Inject
    PersonalFields fields;
    @Inject
    TestClock clock;

    @BeforeEach
    void standStill() {
        clock.set("2026-11-21T10:00");
    }

    @AfterEach
    void goOn() {
        clock.reset();
    }

    private long check(String roster, Member actor) {
        return imports.check(new ByteArrayInputStream(roster.getBytes(StandardCharsets.UTF_8)), "花名册.csv", actor.id);
    }

    @Test
    void theSampleIsCheckedAndAppliedOnce() {
        SampleRoster sample = SampleRoster.fresh();
        Town town = given.town();
        sample.found(organizations, communities, town.committee());
        Member officer = given.officer(town.committee());
        long membersBefore = Member.count();
        long placesBefore = Affiliation.count();

        long first = check(sample.text(), officer);

        Map<FindingKind, Long> counts = new LinkedHashMap<>();
        views.kinds(first).forEach(count -> counts.put(count.kind(), count.rows()));
        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(entry(FindingKind.NAME_MISSING, 5L),
                entry(FindingKind.BRANCH_MISSING, 7L), entry(FindingKind.ID_NUMBER_CHECK_DIGIT, 14L),
                entry(FindingKind.JOINED_FUTURE, 31L), entry(FindingKind.PHONE_LENGTH, 15L),
                entry(FindingKind.COMMUNITY_UNKNOWN, 3L), entry(FindingKind.COMMUNITY_AMBIGUOUS, 316L),
                entry(FindingKind.COMMUNITY_SHORT, 5L), entry(FindingKind.FULL_WIDTH, 21L), entry(FindingKind.NAME_SPACES, 13L),
                entry(FindingKind.RARE_CHARACTER, 10L), entry(FindingKind.DATE_FORM, 46L),
                entry(FindingKind.FORMULA_IGNORED, 5L), entry(FindingKind.REPEATED_IN_FILE, 6L)));
        Progress checked = imports.progress(first, officer.id);
        assertThat(checked.total()).isEqualTo(2000);
        assertThat(checked.good() + checked.bad()).isEqualTo(2000);
        assertThat(Member.count()).isEqualTo(membersBefore);
        assertThat(Affiliation.count()).isEqualTo(placesBefore);

        Progress applied = imports.apply(first, FROM, officer.id);
        assertThat(applied.applied()).isEqualTo(checked.good());
        assertThat(applied.good()).isZero();
        assertThat(Member.count() - membersBefore).isEqualTo(checked.good());

        assertThat(imports.apply(first, FROM, officer.id)).isEqualTo(applied);
        long second = check(sample.text(), officer);
        Progress again = imports.apply(second, FROM, officer.id);

        assertThat(again.applied()).isZero();
        assertThat(again.present()).isEqualTo(applied.applied());
        assertThat(Member.count() - membersBefore).isEqualTo(checked.good());
        assertThat(Affiliation.count() - placesBefore).isEqualTo(checked.good());
    }

    @Test
    void anAppliedRowIsAPendingMemberWithSealedNumbers() {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());
        String number = SampleRoster.idNumber("19811005");
        long id = check(
                "姓名,性别,出生日期,身份证号,党员类别,入党时间,所在党支部,联系电话,居住社区,专业特长\n罗　秀静,女,1981.10.5,%s,预备党员,2025-07-01,%s,19900000001,%s,摄影\n"
                        .formatted(number, town.branch().name, town.community().name),
                secretary);

        imports.apply(id, FROM, secretary.id);

        Member member = Member.find("idNumberIndex", fields.blindIndex(number)).singleResult();
        assertThat(member.name).isEqualTo("罗秀静");
        assertThat(member.residenceId).isEqualTo(town.community().id);
        assertThat(member.idNumberCipher).doesNotContain(number);
        assertThat(fields.decrypt(member.idNumberCipher)).isEqualTo(number);
        assertThat(fields.decrypt(member.phoneCipher)).isEqualTo("19900000001");
        Affiliation place = Affiliation.allOf(member.id).get(0);
        assertThat(place.rosterState).isEqualTo(RosterState.PENDING);
        assertThat(place.validFrom).isEqualTo(FROM);

        assertThat(members.approveRoster(town.branch().id, secretary.id)).isEqualTo(1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> members.branchOn(member.id, FROM))).isPresent();
    }

    @Test
    void aPersonWithoutNumberIsNotDoubledEither() {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());
        String roster = "姓名,出生日期,党员类别,所在党支部\n王平,1981-10-05,正式党员,%1$s\n王平,1981-10-05,正式党员,%1$s\n"
                .formatted(town.branch().name);

        Progress first = imports.apply(check(roster, secretary), FROM, secretary.id);
        Progress second = imports.apply(check(roster, secretary), FROM, secretary.id);

        assertThat(first.applied()).isEqualTo(1);
        assertThat(first.bad()).isEqualTo(1);
        assertThat(second.applied()).isZero();
        assertThat(second.present()).isEqualTo(1);
    }

    @Test
    void branchesOutOfReachAreRefusedRowByRow() {
        Town town = given.town();
        Town other = given.town();
        Member secretary = given.secretary(town.branch());

        long id = check("姓名,出生日期,党员类别,所在党支部\n王平,1981-10-05,正式党员,%s\n".formatted(other.branch().name), secretary);

        assertThat(views.kinds(id)).extracting(RosterViews.KindCount::kind)
                .contains(FindingKind.BRANCH_OUT_OF_REACH);
        assertThat(imports.apply(id, FROM, secretary.id).applied()).isZero();
    }

    @Test
    void whoFillsNoRosterCannotImportAndNobodySeesAnothersImport() {
        Town town = given.town();
        String roster = "姓名,所在党支部\n王平,%s\n".formatted(town.branch().name);
        Member administrator = given.administrator(town.workingCommittee());
        Member community = given.communitySecretary(town.community());
        Member secretary = given.secretary(town.branch());
        Member deputy = given.deputy(town.branch());
        long id = check(roster, secretary);

        for (Member refused : List.of(administrator, community, given.member(town.branch()))) {
            assertThatThrownBy(() -> check(roster, refused)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.type()).isEqualTo(RosterProblem.NO_ROSTER));
        }
        assertThatThrownBy(() -> imports.apply(id, FROM, deputy.id)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(RosterProblem.UNKNOWN));
    }

    @Test
    void somebodyOnAnotherRosterIsNotTakenOver() {
        Town town = given.town();
        Organization second = given.branch(town.committee());
        Member officer = given.officer(town.committee());
        String number = SampleRoster.idNumber("19811005");
        String row = "姓名,身份证号,党员类别,所在党支部\n王平,%s,正式党员,%s\n";
        imports.apply(check(row.formatted(number, town.branch().name), officer), FROM, officer.id);

        long id = check(row.formatted(number, second.name), officer);

        RosterViews.RowView view = views.rows(id, null, RosterRow.State.BAD, 1, officer.id).items().get(0);
        assertThat(view.findings()).filteredOn(finding -> finding.kind() == FindingKind.ON_OTHER_ROSTER)
                .singleElement().satisfies(finding -> assertThat(finding.values().get(0)).endsWith(" 王*"));
    }

    @Test
    void aDeclinedPersonCanBePutOnARosterAgain() {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());
        String roster = "姓名,出生日期,身份证号,党员类别,所在党支部\n王平,1981-10-05,%s,正式党员,%s\n"
                .formatted(SampleRoster.idNumber("19811005"), town.branch().name);
        imports.apply(check(roster, secretary), FROM, secretary.id);
        Affiliation waiting = Affiliation.find("branchId = ?1 and rosterState = ?2", town.branch().id, RosterState.PENDING)
                .singleResult();
        members.declineRoster(waiting.id, "不在本支部", secretary.id);

        long again = check(roster, secretary);

        assertThat(views.kinds(again)).extracting(RosterViews.KindCount::kind).contains(FindingKind.KNOWN_BEFORE);
        assertThat(imports.apply(again, FROM, secretary.id).applied()).isEqualTo(1);
        assertThat(Affiliation.allOf(waiting.memberId)).hasSize(2);
    }

    @Test
    void theStreetAskedForSettlesARow() {
        Town town = given.town();
        // A name of its own for this run: the database of the tests remembers the earlier ones.
        String name = Ids.text(Ids.next()) + "村村民委员会";
        Organization here = community(name, town.street());
        Organization elsewhere = community(name, given.organization(OrganizationKind.STREET, town.area(), null));
        Member secretary = given.secretary(town.branch());
        long id = check("姓名,出生日期,党员类别,所在党支部,居住社区\n王平,1981-10-05,正式党员,%s,%s\n".formatted(town.branch().name, name),
                secretary);
        assertThat(imports.progress(id, secretary.id).bad()).isEqualTo(1);

        imports.correct(id, 2, Map.of(RosterColumn.STREET, town.street().name), secretary.id);

        assertThat(imports.progress(id, secretary.id).good()).isEqualTo(1);
        assertThat(imports.progress(id, secretary.id).bad()).isZero();
        imports.apply(id, FROM, secretary.id);
        Member member = members.byId(Affiliation.<Affiliation> find("branchId = ?1 and rosterState = ?2", town.branch().id,
                RosterState.PENDING).singleResult().memberId);
        assertThat(member.residenceId).isEqualTo(here.id).isNotEqualTo(elsewhere.id);
    }

    private Organization community(String name, Organization street) {
        return organizations.found(new Foundation("t" + Ids.text(Ids.next()), OrganizationKind.COMMUNITY, name, street.code,
                null, false, Given.LONG_AGO), null);
    }

    @Test
    void discardingLeavesNothingOfTheRows() {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());
        given.appointed(secretary, Office.LIAISON, town.branch());
        long id = check("姓名,所在党支部\n王平,%s\n".formatted(town.branch().name), secretary);

        imports.discard(id, secretary.id);

        assertThat(RosterRow.count("importId", id)).isZero();
        assertThat(RosterFinding.count("importId", id)).isZero();
        assertThat(RosterImport.count("id", id)).isZero();
    }
}
