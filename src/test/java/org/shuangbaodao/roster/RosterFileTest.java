package org.shuangbaodao.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.shuangbaodao.kernel.Problem;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTest {

    private static final RosterConfig LIMITS = new RosterConfig() {

        @Override
        public int mostRows() {
            return 3;
        }

        @Override
        public long largestFile() {
            return 1 << 20;
        }

        @Override
        public long largestUnpacked() {
            return 2 << 20;
        }

        @Override
        public int keepDays() {
            return 30;
        }
    };

    @TempDir
    Path folder;

    private List<RosterLine> read(byte[] content) throws IOException {
        RosterFile file = RosterFile.of(Files.write(folder.resolve("roster"), content), LIMITS);
        file.count(LIMITS.mostRows());
        List<RosterLine> lines = new ArrayList<>();
        file.forEachLine(lines::add);
        return lines;
    }

    private List<RosterLine> read(String text, Charset charset) throws IOException {
        return read(text.getBytes(charset));
    }

    @Test
    void bothUsualEncodingsAreTold() throws IOException {
        String text = "姓名,所在党支部\n王𠮷,第一党支部\n";

        assertThat(read(text, StandardCharsets.UTF_8).get(0).cell(RosterColumn.NAME)).isEqualTo("王𠮷");
        assertThat(read("\uFEFF" + text, StandardCharsets.UTF_8).get(0).cell(RosterColumn.NAME)).isEqualTo("王𠮷");
        assertThat(read(text, Charset.forName("GB18030")).get(0).cell(RosterColumn.NAME)).isEqualTo("王𠮷");
    }

    @Test
    void headersAreFoundInAnyOrderBelowATitle() throws IOException {
        List<RosterLine> lines = read("某某党委党员花名册,,\n\n 支 部 ,*姓名(必填),手机号码\n第一党支部,王平,199\n,,\n", StandardCharsets.UTF_8);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).line()).isEqualTo(4);
        assertThat(lines.get(0).cell(RosterColumn.NAME)).isEqualTo("王平");
        assertThat(lines.get(0).cell(RosterColumn.BRANCH)).isEqualTo("第一党支部");
        assertThat(lines.get(0).cell(RosterColumn.PHONE)).isEqualTo("199");
    }

    @Test
    void aWorkbookIsReadWithNumbersAndFormulas() throws IOException {
        Path file = folder.resolve("roster.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("花名册");
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "所在党支部");
            sheet.value(0, 2, "联系电话");
            sheet.value(0, 3, "备注");
            sheet.value(1, 0, "王平");
            sheet.value(1, 1, "第一党支部");
            sheet.value(1, 2, 19900000001L);
            sheet.formula(1, 3, "1+1");
        }

        RosterLine line = read(Files.readAllBytes(file)).get(0);

        assertThat(line.cell(RosterColumn.PHONE)).isEqualTo("19900000001");
        assertThat(line.line()).isEqualTo(2);
    }

    @Test
    void whatIsNoRosterIsRefusedByName() {
        assertRefused("姓名,电话\n王平,1\n".getBytes(StandardCharsets.UTF_8), RosterProblem.HEADER_MISSING);
        assertRefused(new byte[0], RosterProblem.FILE_EMPTY);
        assertRefused("姓名,所在党支部\n".getBytes(StandardCharsets.UTF_8), RosterProblem.FILE_EMPTY);
        assertRefused(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 }, RosterProblem.FILE_TYPE);
        assertRefused(new byte[] { 'P', 'K', 3, 4, 1, 2, 3 }, RosterProblem.FILE_MALFORMED);
        assertRefused(new byte[] { 1, 0, 2, 0 }, RosterProblem.FILE_TYPE);
        assertRefused("姓名,所在党支部\n\"王平,第一党支部\n".getBytes(StandardCharsets.UTF_8), RosterProblem.FILE_MALFORMED);
        assertRefused("姓名,所在党支部\na,b\na,b\na,b\na,b\n".getBytes(StandardCharsets.UTF_8), RosterProblem.TOO_MANY_ROWS);
        assertRefused(new byte[(1 << 20) + 1], RosterProblem.FILE_TOO_LARGE);
    }

    @Test
    void aBombIsRefusedBeforeItUnpacks() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[64 << 20]);
        }

        assertThat(Files.size(bomb)).isLessThan(LIMITS.largestFile());
        assertRefused(Files.readAllBytes(bomb), RosterProblem.FILE_INFLATES);
    }

    private void assertRefused(byte[] content, RosterProblem expected) {
        assertThatThrownBy(() -> read(content)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(expected));
    }
}
