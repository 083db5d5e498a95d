package org.shuangbaodao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.MultivaluedHashMap;

import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.rulebook.RuleItem.Caps;
import org.shuangbaodao.rulebook.RuleItem.Group;
import org.shuangbaodao.rulebook.RuleItem.Level;
import org.shuangbaodao.rulebook.RuleItem.Measure;
import org.shuangbaodao.web.Form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps a draft from being adopted, and the forms it is typed into. */
class RuleCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Rulebook shipped = Rulebook.shipped();

    @Test
    void theShippedRulesAreRightButForPaperAndDay() {
        assertThat(RuleCheck.whole(shipped, TODAY)).containsOnlyKeys(RuleCheck.GENERAL);
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-19, false", "2026-11-20, false", "2026-11-21, false", "2026-11-22, true", "2027-01-01, true" })
    void noRuleReachesBack(LocalDate from, boolean right) {
        List<FieldProblem> problems = RuleCheck.general(from, new Rulebook.Document("办法", "1号"), TODAY);

        assertThat(problems.isEmpty()).isEqualTo(right);
    }

    @Test
    void everyRuleOfAnItemHasItsReason() {
        assertThat(reasons("SV-01", item -> with(item, item.group(), item.measure(), 0, 30, 100, item.caps(), List.of())))
                .contains("rulebook-positive");
        assertThat(reasons("SV-01", item -> with(item, item.group(), item.measure(), 50, 0, 100, item.caps(), List.of())))
                .contains("out-of-range");
        assertThat(reasons("SV-01", item -> with(item, Group.SERVICE, Measure.EVENT, 50, 0, 100, Caps.NONE, List.of())))
                .contains("rulebook-hours-by-time");
        assertThat(reasons("DD-01", item -> with(item, item.group(), item.measure(), 1000, 0, 100, Caps.NONE, List.of())))
                .contains("rulebook-negative");
        assertThat(reasons("PN-01", item -> with(item, item.group(), item.measure(), -300, 0, 100,
                new Caps(null, null, null, -200L), List.of()))).contains("rulebook-negative-cap");
        assertThat(reasons("SV-05", item -> with(item, item.group(), item.measure(), 0, 0, 301, Caps.NONE, List.of())))
                .contains("rulebook-percent");
        assertThat(reasons("SV-05", item -> with(item, item.group(), item.measure(), 0, 0, 49, Caps.NONE, List.of())))
                .contains("rulebook-percent");
        assertThat(reasons("VT-01", item -> with(item, item.group(), item.measure(), -100, 0, 100, Caps.NONE, List.of())))
                .contains("rulebook-zero");
        assertThat(reasons("QA-01", item -> with(item, item.group(), item.measure(), 100, 0, 100, Caps.NONE, List.of())))
                .contains("rulebook-zero");
        assertThat(reasons("SV-03", item -> with(item, item.group(), item.measure(), 200, 0, 100,
                new Caps(null, 500L, null, 400L), List.of()))).contains("rulebook-cap");
        assertThat(reasons("AW-01", item -> with(item, item.group(), item.measure(), 0, 0, 100, Caps.NONE,
                List.of(new Level("CITY", Map.of("zh-CN", "市"), 400), new Level("COUNTY", Map.of("zh-CN", "县"), 400)))))
                .contains("rulebook-levels-rise");
    }

    @Test
    void theHoursMustStay() {
        assertThat(RuleCheck.whole(DraftForm.without(shipped, "SV-01"), TODAY)).containsKey(RuleCheck.ITEMS);
    }

    @Test
    void whatAFormShowsReadsBackAsTheSameItem() {
        for (RuleItem item : shipped.items()) {
            Form form = posted(DraftForm.item(item));

            assertThat(DraftForm.item(form, item.code())).as("%s: %s", item.code(), form.problems()).isEqualTo(item);
        }
        assertThat(DraftForm.targets(posted(DraftForm.targets(shipped)), shipped)).isEqualTo(shipped);
        assertThat(DraftForm.hundred(posted(DraftForm.hundred(shipped)), shipped)).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { "0.5,50", "0.50,50", "12,1200", "-10.00,-1000", "1.234,-", "abc,-", "'',-",
            "1e3,-" })
    void pointsAreReadAsPeopleWriteThem(String typed, Long hundredths) {
        assertThat(DraftForm.parsed(typed)).isEqualTo(hundredths);
    }

    private List<String> reasons(String code, UnaryOperator<RuleItem> change) {
        return RuleCheck.item(change.apply(shipped.item(code).orElseThrow())).stream().map(FieldProblem::reason).toList();
    }

    private static RuleItem with(RuleItem item, Group group, Measure measure, long hundredths, int unit, int percent, Caps caps,
            List<Level> levels) {
        return new RuleItem(item.code(), item.names(), item.profile(), group, measure, hundredths, unit, percent, caps,
                item.stacking(), levels);
    }

    /** As a browser sends back what the form shows. */
    private static Form posted(Form shown) {
        MultivaluedHashMap<String, String> fields = new MultivaluedHashMap<>();
        for (String name : FIELDS) {
            fields.put(name, shown.values(name));
        }
        return Form.of(fields);
    }

    private static final List<String> FIELDS = fields();

    private static List<String> fields() {
        List<String> names = new java.util.ArrayList<>(
                List.of("code", "nameCn", "nameTw", "nameEn", "profile", "group", "measure",
                        "points", "unitMinutes", "percent", "perEvent", "perDay", "perCycle", "perYear", "highestOnly", "base",
                        "service",
                        "bonus", "most", "serviceShare"));
        for (int i = 0; i < DraftForm.LEVELS; i++) {
            names.addAll(List.of("levelCode" + i, "levelCn" + i, "levelTw" + i, "levelEn" + i, "levelPoints" + i));
        }
        for (String who : List.of("GENERAL", "FULL", "PROBATIONARY", "RETIRED", "MOBILE", "STAFF")) {
            names.addAll(List.of("rule" + who, "hours" + who, "times" + who));
        }
        DraftForm.GRADES.forEach(grade -> names.add("grade" + grade));
        return names;
    }
}
