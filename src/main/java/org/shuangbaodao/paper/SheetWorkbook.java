package org.shuangbaodao.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.paper.PaperSheets.Expected;
import org.shuangbaodao.roster.Sheets;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet as a workbook with the columns of the paper, for those who would rather type there. Its code stands in every row,
 * so that it is not taken for another sheet's. Everything written into it is text, so that nothing is computed.
 */
@ApplicationScoped
class SheetWorkbook {

    private static final String CODE = "code";
    private static final String ROW = "row";
    private static final String NUMBER = "number";
    private static final String NAME = "name";
    private static final String DAY = "day";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WHAT = "what";
    private static final String SIGNED = "signed";

    /** The first is the one the template has; any of them is understood. */
    private static final Map<String, List<String>> HEADERS = headers();
    private static final Sheets.Columns COLUMNS = new Sheets.Columns(HEADERS, Set.of(CODE, NUMBER, NAME, FROM, TO, SIGNED));

    private final Sheets sheets;

    SheetWorkbook(Sheets sheets) {
        this.sheets = sheets;
    }

    private static Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put(CODE, List.of("签到表编号", "簽到表編號", "sheetcode"));
        headers.put(ROW, List.of("行号", "列號", "row"));
        headers.put(NAME, List.of("姓名", "name"));
        headers.put(NUMBER, List.of("党员编号", "黨員編號", "membernumber"));
        headers.put(DAY, List.of("日期", "day"));
        headers.put(FROM, List.of("开始时间", "開始時間", "from"));
        headers.put(TO, List.of("结束时间", "結束時間", "to"));
        headers.put(WHAT, List.of("服务内容", "服務內容", "content"));
        headers.put(SIGNED, List.of("签名", "簽名", "signature"));
        return headers;
    }

    byte[] template(SheetAnswer sheet, List<Expected> expected) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Shuangbaodao", "1.0")) {
            Worksheet page = workbook.newWorksheet(sheet.code());
            int column = 0;
            for (List<String> names : HEADERS.values()) {
                page.value(0, column, names.get(0));
                page.style(0, column).bold().set();
                page.width(column++, 16);
            }
            page.freezePane(0, 1);
            for (int i = 0; i < Math.max(sheet.rows(), expected.size()); i++) {
                page.value(i + 1, 0, sheet.code());
                page.value(i + 1, 1, i + 1);
                if (i < expected.size()) {
                    page.value(i + 1, 2, expected.get(i).name());
                    page.value(i + 1, 3, expected.get(i).number());
                }
                if (sheet.from().equals(sheet.to())) {
                    page.value(i + 1, 4, sheet.from().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** @throws Problem when it is no such workbook, or one of another sheet */
    List<SheetRow> read(Path file, String code) {
        List<SheetRow> rows = new ArrayList<>();
        for (Sheets.Row row : sheets.read(file, COLUMNS, SheetRow.MOST)) {
            boolean own = SheetCode.parse(row.cell(CODE)).equals(SheetCode.parse(code));
            int number = number(row.cell(ROW), rows);
            SheetRow typed = new SheetRow(number, row.cell(NUMBER), row.cell(NAME), row.cell(DAY), row.cell(FROM),
                    row.cell(TO), row.cell(WHAT), row.cell(SIGNED));
            if (!own && !typed.isEmpty()) {
                throw new Problem(PaperProblem.OTHER_SHEET);
            }
            rows.add(typed);
        }
        return rows;
    }

    // As it says itself; somebody may have deleted rows. Otherwise the first that is free.
    private static int number(String cell, List<SheetRow> rows) {
        Set<Integer> used = rows.stream().map(SheetRow::row).collect(Collectors.toSet());
        int said = cell.matches("\\d{1,2}") ? Integer.parseInt(cell) : 0;
        return said >= 1 && said <= SheetRow.MOST && !used.contains(said) ? said
                : IntStream.rangeClosed(1, SheetRow.MOST).filter(each -> !used.contains(each)).findFirst().orElseThrow();
    }
}
