package org.shuangbaodao.paper;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.shuangbaodao.paper.PaperSheets.Expected;
import org.shuangbaodao.paper.PaperTyping.Checked;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.ProblemTexts;

/** The rows of a sheet as fields of a form, seven each. */
final class RowForm {

    /** Blank rows that are always there to go on with. */
    private static final int SPARE = 3;
    private static final int FIRST_SHOWN = 10;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private RowForm() {
    }

    /**
     * A row as the form shows it.
     *
     * @param found null before it was looked at
     */
    record RowView(SheetRow row, Found found) {

        public int number() {
            return row.row();
        }
    }

    /**
     * @param times as they were understood, null where they were not
     * @param title null where nothing stands against it
     */
    record Found(String times, String title, String detail) {

        public boolean isSound() {
            return title == null;
        }
    }

    static List<SheetRow> read(Form form) {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 1; i <= SheetRow.MOST; i++) {
            rows.add(new SheetRow(i, form.value("number-" + i), form.value("name-" + i), form.value("day-" + i),
                    form.value("from-" + i), form.value("to-" + i), form.value("what-" + i), form.value("signed-" + i)));
        }
        return rows;
    }

    static List<SheetRow> of(List<Expected> expected) {
        List<SheetRow> rows = new ArrayList<>();
        expected.forEach(each -> rows.add(new SheetRow(rows.size() + 1, each.number(), each.name(), "", "", "", "", "")));
        return rows;
    }

    /** @param more how many further blank rows are asked for */
    static List<RowView> shown(List<SheetRow> rows, List<Checked> checked, int more, ProblemTexts texts) {
        Map<Integer, Checked> byRow = checked.stream().collect(Collectors.toMap(each -> each.row().row(), Function.identity()));
        int last = rows.stream().filter(each -> !each.isEmpty() || !each.number().isEmpty() || !each.name().isEmpty())
                .mapToInt(SheetRow::row).max().orElse(0);
        int count = Math.min(SheetRow.MOST, Math.max(FIRST_SHOWN, last + SPARE) + more);
        Map<Integer, SheetRow> typed = rows.stream().collect(Collectors.toMap(SheetRow::row, Function.identity()));
        List<RowView> views = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            SheetRow row = typed.getOrDefault(i, new SheetRow(i, "", "", "", "", "", "", ""));
            views.add(new RowView(row, byRow.containsKey(i) ? found(byRow.get(i), texts) : null));
        }
        return views;
    }

    private static Found found(Checked checked, ProblemTexts texts) {
        String times = checked.from() == null ? null
                : checked.from().toLocalDate() + " " + checked.from().format(CLOCK) + "–" + checked.to().format(CLOCK);
        return checked.isSound() ? new Found(times, null, null)
                : new Found(times, texts.title(checked.problem()), texts.detail(checked.problem()));
    }
}
