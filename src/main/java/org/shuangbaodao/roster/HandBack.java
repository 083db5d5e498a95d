package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import org.shuangbaodao.roster.RosterViews.RowView;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The rows that could not be taken, as they came, with the reason in a last column. The file can be put right and uploaded
 * again as it is: it has every column, also the one for the street.
 */
@ApplicationScoped
class HandBack {

    private static final String REASON = "原因";

    private final RosterViews views;
    private final FindingTexts texts;

    HandBack(RosterViews views, FindingTexts texts) {
        this.views = views;
        this.texts = texts;
    }

    /** With a byte-order mark, without which office programs in China take it for GBK; formulas are made harmless. */
    @ActivateRequestContext
    void csv(long importId, Locale language, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter printer = CSVFormat.RFC4180.print(writer);
        printer.printRecord(header());
        int line = 0;
        for (List<RowView> rows = views.badAfter(importId, line); !rows.isEmpty(); rows = views.badAfter(importId, line)) {
            for (RowView row : rows) {
                printer.printRecord(cells(row, language).stream().map(RosterCells::guarded).toList());
                line = row.line();
            }
            printer.flush();
        }
        printer.flush();
    }

    /** Every cell is text: nothing is computed, no digit of an id number is lost. */
    @ActivateRequestContext
    void xlsx(long importId, Locale language, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "shuangbaodao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("花名册");
            row(sheet, 0, header());
            int line = 0;
            int at = 1;
            for (List<RowView> rows = views.badAfter(importId, line); !rows.isEmpty(); rows = views.badAfter(importId, line)) {
                for (RowView row : rows) {
                    row(sheet, at++, cells(row, language));
                    line = row.line();
                }
                sheet.flush();
            }
        }
    }

    private static void row(Worksheet sheet, int at, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(at, column, cells.get(column));
        }
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>();
        for (RosterColumn column : RosterColumn.values()) {
            header.add(column.header());
        }
        header.add(REASON);
        return header;
    }

    private List<String> cells(RowView row, Locale language) {
        List<String> cells = new ArrayList<>();
        for (RosterColumn column : RosterColumn.values()) {
            cells.add(row.content().cell(column));
        }
        cells.add(String.join(" ", row.findings().stream().filter(finding -> finding.kind().isError())
                .map(finding -> texts.of(finding, language)).toList()));
        return cells;
    }
}
