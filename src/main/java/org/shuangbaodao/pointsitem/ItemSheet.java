package org.shuangbaodao.pointsitem;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.roster.Sheets;

/**
 * Many proposals in one sheet. Every row is judged for itself before anything is written; what the reader sends on is the text
 * of the rows, and is judged again.
 */
@ApplicationScoped
class ItemSheet {

    /** A branch's meetings of a quarter; what is more comes in a second sheet. */
    static final int MOST_ROWS = 200;

    private static final Sheets.Columns COLUMNS = new Sheets.Columns(Map.of(
            "member", List.of("党员编号", "编号", "黨員編號", "編號", "membernumber", "member"),
            "item", List.of("项目代码", "项目", "項目代碼", "項目", "item"),
            "day", List.of("日期", "date", "day"),
            "until", List.of("截止日期", "截止", "until"),
            "times", List.of("次数", "次數", "times"),
            "level", List.of("等级", "等級", "level"),
            "matter", List.of("事项", "事項", "matter"),
            "document", List.of("证明文号", "文号", "證明文號", "文號", "document", "documentnumber")),
            Set.of("member", "item", "day", "document"));
    private static final List<String> ORDER = List.of("member", "item", "day", "until", "times", "level", "matter", "document");

    private final Sheets sheets;
    private final PointsItems items;

    ItemSheet(Sheets sheets, PointsItems items) {
        this.sheets = sheets;
        this.items = items;
    }

    /**
     * A row as it was judged.
     *
     * @param text its cells with tabs between them, to be sent on
     * @param reasons why not; empty when it may be proposed
     */
    record Row(int line, List<String> cells, String text, List<String> reasons) {

        public boolean isGood() {
            return reasons.isEmpty();
        }
    }

    List<Row> judge(Path file, long actorId) {
        return sheets.read(file, COLUMNS, MOST_ROWS).stream()
                .map(row -> judge(row.line(), ORDER.stream().map(row::cell).toList(), actorId)).toList();
    }

    /** @param text rows as {@link Row#text} gives them, one a line */
    List<Row> submit(String text, long actorId) {
        List<Row> rows = new ArrayList<>();
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_ROWS) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("rows", "too-large")));
        }
        for (String line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
            while (cells.size() < ORDER.size()) {
                cells.add("");
            }
            rows.add(take(rows.size() + 1, cells.subList(0, ORDER.size()), actorId));
        }
        return rows;
    }

    private Row judge(int line, List<String> cells, long actorId) {
        Optional<Proposal> proposal = proposal(cells);
        return row(line, cells, proposal.map(found -> reasons(items.check(found, actorId))).orElse(List.of("item-row")));
    }

    private Row take(int line, List<String> cells, long actorId) {
        Optional<Proposal> proposal = proposal(cells);
        if (proposal.isEmpty()) {
            return row(line, cells, List.of("item-row"));
        }
        try {
            items.propose(proposal.get(), actorId);
            return row(line, cells, List.of());
        } catch (Problem problem) {
            if (problem.extensions().get("errors") instanceof List<?> errors) {
                return row(line, cells, errors.stream().filter(FieldProblem.class::isInstance).map(FieldProblem.class::cast)
                        .map(FieldProblem::reason).toList());
            }
            throw problem;
        }
    }

    private static List<String> reasons(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::reason).distinct().toList();
    }

    private static Row row(int line, List<String> cells, List<String> reasons) {
        return new Row(line, cells, cells.stream().map(cell -> cell.replace('\t', ' ')).collect(Collectors.joining("\t")),
                reasons);
    }

    // Empty where a date or a number cannot be read.
    private static Optional<Proposal> proposal(List<String> cells) {
        Optional<LocalDate> day = Sheets.date(cells.get(2));
        Optional<LocalDate> until = Sheets.date(cells.get(3));
        boolean readable = day.isPresent() && (until.isPresent() || cells.get(3).isEmpty())
                && cells.get(4).matches("\\d{0,3}");
        if (!readable) {
            return Optional.empty();
        }
        int times = cells.get(4).isEmpty() ? 1 : Integer.parseInt(cells.get(4));
        return Optional.of(new Proposal(cells.get(0), cells.get(1), day.get(), until.orElse(null), times, cells.get(5),
                cells.get(6), cells.get(7)));
    }
}
