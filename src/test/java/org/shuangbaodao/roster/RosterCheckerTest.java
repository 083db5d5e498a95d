package org.shuangbaodao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.roster.PlaceDirectory.Place;
import org.shuangbaodao.roster.RosterChecker.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterCheckerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final PlaceDirectory BRANCHES = PlaceDirectory
            .ofBranches(List.of(new Place(1, "b1", "区水务公司第一党支部", "区水务公司党委"), new Place(2, "b2", "第二党支部", "区教委党委"),
                    new Place(3, "b3", "第二党支部", "区财政局党委")));
    private static final PlaceDirectory COMMUNITIES = PlaceDirectory
            .ofCommunities(List.of(new Place(10, "c10", "东坪村村民委员会", "白羊镇"), new Place(11, "c11", "沙湾社区居民委员会", "天生街道"),
                    new Place(12, "c12", "凤凰村村民委员会", "洪湖镇"), new Place(13, "c13", "凤凰村村民委员会", "青莲镇"),
                    new Place(14, "c14", "凤凰社区居民委员会", "洪湖镇")));
    private static final RosterChecker CHECKER = new RosterChecker(BRANCHES, COMMUNITIES, "邻区第一党支部"::equals, TODAY);

    private static Result check(RosterColumn column, String text) {
        return check(Map.of(column, text), Set.of());
    }

    private static Result check(Map<RosterColumn, String> changed, Set<RosterColumn> formulas) {
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        cells.putAll(Map.of(RosterColumn.NAME, "王平", RosterColumn.GENDER, "女", RosterColumn.BIRTH_DATE, "1981-10-05",
                RosterColumn.ID_NUMBER, "999999198110054777", RosterColumn.CATEGORY, "正式党员", RosterColumn.JOINED_ON,
                "2000-02-01",
                RosterColumn.BRANCH, "区水务公司第一党支部", RosterColumn.PHONE, "19900000001", RosterColumn.COMMUNITY, "沙湾社区居民委员会"));
        cells.putAll(changed);
        cells.values().removeIf(String::isEmpty);
        return CHECKER.check(new RosterLine(2, cells, formulas));
    }

    private static List<FindingKind> kinds(Result result) {
        return result.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void aCleanRowHasNoFindings() {
        assertThat(check(Map.of(), Set.of()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "NAME,'',NAME_MISSING", "NAME,王5,NAME_MALFORMED", "NAME,=王平,FORMULA", "BRANCH,'',BRANCH_MISSING",
            "BRANCH,邻区第一党支部,BRANCH_OUT_OF_REACH", "BRANCH,第二党支部,BRANCH_AMBIGUOUS", "BRANCH,中共区水务公司第一支部,BRANCH_SHORT",
            "ID_NUMBER,99999919811005477,ID_NUMBER_LENGTH", "ID_NUMBER,999999198110054778,ID_NUMBER_CHECK_DIGIT",
            "ID_NUMBER,999999198110054000,ID_NUMBER_ROUNDED", "BIRTH_DATE,1981-10-06,BIRTH_DATE_DIFFERS",
            "BIRTH_DATE,'',BIRTH_DATE_FROM_ID_NUMBER", "BIRTH_DATE,1981-02-30,BIRTH_DATE_UNREADABLE",
            "JOINED_ON,不详,JOINED_UNREADABLE", "JOINED_ON,2026-04-01,JOINED_FUTURE", "JOINED_ON,1980-07-01,JOINED_BEFORE_BIRTH",
            "JOINED_ON,1999-10-04,JOINED_UNDER_AGE", "CATEGORY,群众,CATEGORY_UNKNOWN", "CATEGORY,'',CATEGORY_UNKNOWN",
            "GENDER,F,GENDER_UNKNOWN", "PHONE,1990000001,PHONE_LENGTH", "PHONE,+86 199-0000-0001,PHONE_PUNCTUATION",
            "COMMUNITY,'',COMMUNITY_MISSING", "COMMUNITY,沙弯社区居民委员会,COMMUNITY_UNKNOWN",
            "COMMUNITY,凤凰村村民委员会,COMMUNITY_AMBIGUOUS", "COMMUNITY,东坪村民委员会,COMMUNITY_SHORT", "COMMUNITY,凤凰社区,COMMUNITY_SHORT",
            "COMMUNITY,凤凰村,COMMUNITY_AMBIGUOUS", "PHONE,１９９００００００01,FULL_WIDTH", "REMARK,+1+cmd,FORMULA_IGNORED" })
    void eachKindOfDirtIsNamed(RosterColumn column, String text, FindingKind expected) {
        Result result = check(column, text);

        assertThat(kinds(result)).contains(expected);
        assertThat(result.findings()).allSatisfy(finding -> assertThat(valuesOfText(finding.kind()))
                .as("values of the sentence for %s", finding.kind()).isEqualTo(finding.values().size()));
        assertThat(result.isGood()).isEqualTo(!expected.isError());
    }

    private static int valuesOfText(FindingKind kind) {
        return Stream.of(FindingMessages.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(kind.name().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow().getParameterCount();
    }

    @Test
    void underAgeTodayIsRefusedToTheDay() {
        Map<RosterColumn, String> young = Map.of(RosterColumn.ID_NUMBER, "", RosterColumn.JOINED_ON, "");

        assertThat(kinds(check(with(young, "2008-04-01"), Set.of()))).containsExactly(FindingKind.UNDER_AGE);
        assertThat(check(with(young, "2008-03-31"), Set.of()).findings()).isEmpty();
    }

    private static Map<RosterColumn, String> with(Map<RosterColumn, String> cells, String birthDate) {
        Map<RosterColumn, String> all = new EnumMap<>(cells);
        all.put(RosterColumn.BIRTH_DATE, birthDate);
        return all;
    }

    @Test
    void theStreetSettlesAnAmbiguousCommunity() {
        Result result = check(Map.of(RosterColumn.COMMUNITY, "凤凰村村民委员会", RosterColumn.STREET, "青莲镇"), Set.of());

        assertThat(result.findings()).isEmpty();
        assertThat(result.person().residenceId()).isEqualTo(13);
    }

    @Test
    void suggestionsNameTheNearestWithTheirStreet() {
        assertThat(check(RosterColumn.COMMUNITY, "沙弯社区居民委员会").findings())
                .containsExactly(Finding.of(FindingKind.COMMUNITY_UNKNOWN, "沙弯社区居民委员会", "沙湾社区居民委员会(天生街道)"));
        assertThat(check(RosterColumn.BRANCH, "区水物公司第一党支部").findings())
                .containsExactly(Finding.of(FindingKind.BRANCH_UNKNOWN, "区水物公司第一党支部", "区水务公司第一党支部(区水务公司党委)"));
    }

    @Test
    void aFormulaResultIsTakenAndSaid() {
        assertThat(check(Map.of(), Set.of(RosterColumn.BIRTH_DATE)).findings())
                .containsExactly(Finding.of(FindingKind.FORMULA_RESULT, "出生日期"));
    }

    @Test
    void aJoiningMonthCountsAtItsEnd() {
        // 18 on 5 October 1999: joined some day in that October
        assertThat(kinds(check(RosterColumn.JOINED_ON, "1999.10"))).containsExactly(FindingKind.DATE_FORM,
                FindingKind.DATE_MONTH_ONLY);
    }

    @ParameterizedTest
    @CsvSource({ "1956.5.26,1956-05-26", "1993年3月13日,1993-03-13", "1993年03月13日,1993-03-13", "19930313,1993-03-13",
            "1993/3/13,1993-03-13", "1993.03,1993-03-01", "199303,1993-03-01", "1993年3月,1993-03-01", "34041,1993-03-13",
            "1993-03-13 00:00:00,1993-03-13" })
    void datesAreReadInEveryUsualForm(String text, LocalDate expected) {
        assertThat(RosterDates.read(text).orElseThrow().date()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "1993-02-29", "1993-13-01", "93.3.13", "0093-03-13", "三月" })
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(RosterDates.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "999999198110054777,true", "99999919890418096X,true", "999999198904180960,false", "11010519491231002X,true" })
    void theCheckDigitFollowsTheStandard(String number, boolean right) {
        assertThat(IdNumbers.checks(number)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({ "=1+1,true", "'''=1+1',true", "@x,true", "-cmd,true", "+8613900000000,false", "-5,false", "摄影,false" })
    void formulasAreToldFromNumbers(String text, boolean formula) {
        assertThat(RosterCells.isFormula(text)).isEqualTo(formula);
    }
}
