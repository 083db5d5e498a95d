package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A roster of many rows, as a committee's officer would upload it. */
final class RosterSheet {

    private RosterSheet() {
    }

    /** @param branches codes of existing branches, to be filled in turn */
    static Path of(Path folder, int rows, List<String> branches) throws IOException {
        Path file = folder.resolve("roster.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "roster", "1.0")) {
            Worksheet sheet = book.newWorksheet("花名册");
            String[] headers = { "序号", "姓名", "性别", "出生日期", "党员类别", "入党时间", "所在党支部", "联系电话" };
            for (int column = 0; column < headers.length; column++) {
                sheet.value(0, column, headers[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, "测" + (char) ('一' + row % 4000) + (char) ('一' + row / 4000));
                sheet.value(row, 2, row % 2 == 0 ? "男" : "女");
                sheet.value(row, 3, LocalDate.of(1950, 1, 1).plusDays(row % 13000).toString());
                sheet.value(row, 4, "正式党员");
                sheet.value(row, 5, "2005-07-01");
                sheet.value(row, 6, branches.get(row % branches.size()));
                sheet.value(row, 7, "199%08d".formatted(row));
            }
        }
        return file;
    }

    /** Waits until the latest import is in one of the states. */
    static void await(Connection database, String... states) throws SQLException, InterruptedException {
        while (true) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement
                            .executeQuery(
                                    "select state, rows_checked, rows_applied from roster_import order by id desc limit 1")) {
                row.next();
                if (List.of(states).contains(row.getString(1))) {
                    return;
                }
            }
            Thread.sleep(200);
        }
    }
}
