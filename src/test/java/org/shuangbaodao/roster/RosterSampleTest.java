package org.shuangbaodao.roster;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.shuangbaodao.roster.PlaceDirectory.Place;
import org.shuangbaodao.roster.RosterChecker.Result;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The roster offices would hand in: every kind of dirt in it is found, named, and counted to the row. */
class RosterSampleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Map<Integer, RosterLine> LINES = new TreeMap<>();
    private static final Map<Integer, Result> RESULTS = new TreeMap<>();

    @BeforeAll
    static void checkTheSample() throws IOException, URISyntaxException {
        Path sample = Path.of(RosterSampleTest.class.getResource("/demo/roster-sample.csv").toURI());
        RosterFile file = CsvRoster.open(sample);
        file.forEachLine(line -> LINES.put(line.line(), line));
        List<Place> branches = LINES.values().stream().map(line -> line.cell(RosterColumn.BRANCH))
                .filter(name -> !name.isBlank())
                .distinct().map(name -> new Place(name.hashCode(), name, name, "区委")).toList();
        RosterChecker checker = new RosterChecker(PlaceDirectory.ofBranches(branches),
                PlaceDirectory.ofCommunities(communities()), name -> false, TODAY);
        LINES.forEach((number, line) -> RESULTS.put(number, checker.check(line)));
    }

    private static List<Place> communities() throws IOException {
        List<Place> places = new ArrayList<>();
        try (InputStream in = RosterSampleTest.class.getResourceAsStream("/demo/communities-chongqing.csv");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (CSVRecord row : CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
                places.add(
                        new Place(row.getRecordNumber(), row.get("community_code"), row.get("community"), row.get("street")));
            }
        }
        return places;
    }

    @Test
    void everyKindOfDirtIsCounted() {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        RESULTS.values().stream().map(Result::findings).flatMap(Collection::stream)
                .forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));

        assertThat(LINES).hasSize(2000);
        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(entry(FindingKind.NAME_MISSING, 5),
                entry(FindingKind.BRANCH_MISSING, 7), entry(FindingKind.ID_NUMBER_CHECK_DIGIT, 14),
                entry(FindingKind.JOINED_FUTURE, 31), entry(FindingKind.PHONE_LENGTH, 15),
                entry(FindingKind.COMMUNITY_UNKNOWN, 3), entry(FindingKind.COMMUNITY_AMBIGUOUS, 316),
                entry(FindingKind.COMMUNITY_SHORT, 5), entry(FindingKind.FULL_WIDTH, 21), entry(FindingKind.NAME_SPACES, 13),
                entry(FindingKind.RARE_CHARACTER, 10), entry(FindingKind.DATE_FORM, 46),
                entry(FindingKind.FORMULA_IGNORED, 5)));
    }

    @Test
    void anAmbiguousCommunityNamesTheStreetsToChooseFrom() {
        Finding ambiguous = RESULTS.values().stream().map(Result::findings).flatMap(Collection::stream)
                .filter(finding -> finding.values().contains("凤凰村村民委员会")).findFirst().orElseThrow();

        assertThat(ambiguous.kind()).isEqualTo(FindingKind.COMMUNITY_AMBIGUOUS);
        assertThat(ambiguous.value(1)).isEqualTo("龙凤桥街道、洪湖镇、白羊镇、青莲镇");
    }

    @Test
    void whatWasPutInOrderIsReadRightAndSaid() {
        // Line 19: 1956.5.26
        assertThat(RESULTS.get(19).person().birthDate()).isEqualTo("1956-05-26");
        assertThat(RESULTS.get(19).findings())
                .contains(Finding.of(FindingKind.DATE_FORM, "出生日期", "1956.5.26", "1956-05-26"));
        // Line 70: a padded name
        assertThat(RESULTS.get(70).person().name()).isEqualTo("罗秀静");
        // Line 62: a short community name that only one community has
        assertThat(RESULTS.get(62).findings())
                .contains(Finding.of(FindingKind.COMMUNITY_SHORT, "藕塘社区", "藕塘社区居民委员会(安坪镇)"));
        assertThat(RESULTS.get(62).person().residenceId()).isNotNull();
    }

    @Test
    void rareCharactersSurvive() {
        assertThat(RESULTS.get(156).person().name()).isEqualTo("吴东文𠮷");
        assertThat(RESULTS.values().stream().filter(Result::isGood).map(Result::person).map(RosterPerson::name))
                .filteredOn(name -> name.contains("𠮷")).hasSizeGreaterThan(5);
    }

    @Test
    void theFormulaIsNeverTaken() {
        assertThat(LINES.get(3).cell(RosterColumn.REMARK)).startsWith("=");
        assertThat(RESULTS.get(3).findings()).contains(Finding.of(FindingKind.FORMULA_IGNORED, "备注"));
        assertThat(RESULTS.get(3).person().skills()).isEqualTo("摄影");
    }
}
