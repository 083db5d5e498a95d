package org.shuangbaodao.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.shuangbaodao.kernel.Problem;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook. */
final class XlsxRoster extends RosterFile {

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_COLUMNS = 100;

    private final Path file;

    private XlsxRoster(Path file) {
        this.file = file;
    }

    /** Unpacks everything once into nothing: what a workbook says about its own size need not be true. */
    static XlsxRoster open(Path file, long largestUnpacked) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Problem(RosterProblem.FILE_INFLATES);
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Problem(RosterProblem.FILE_TYPE);
            }
            byte[] buffer = new byte[65_536];
            long unpacked = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > largestUnpacked) {
                            throw new Problem(RosterProblem.FILE_INFLATES);
                        }
                    }
                }
            }
        } catch (ZipException broken) {
            throw new Problem(RosterProblem.FILE_MALFORMED, 1);
        }
        return new XlsxRoster(file);
    }

    @Override
    void read(RowConsumer rows) throws IOException {
        int[] line = { 0 };
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            sheet.forEachOrdered(row -> {
                line[0] = row.getRowNum();
                take(row, rows);
            });
        } catch (ExcelReaderException | UncheckedIOException | IndexOutOfBoundsException | NullPointerException
                | IllegalArgumentException malformed) {
            // The reader reports broken sheets by whatever it stumbles over.
            throw new Problem(RosterProblem.FILE_MALFORMED, line[0] + 1);
        }
    }

    private static void take(Row row, RowConsumer rows) {
        List<String> cells = new ArrayList<>();
        Set<Integer> formulas = new HashSet<>();
        for (int index = 0; index < Math.min(row.getCellCount(), MOST_COLUMNS); index++) {
            Cell cell = row.getCell(index);
            cells.add(cell == null ? "" : text(cell));
            if (cell != null && cell.getFormula() != null) {
                formulas.add(index);
            }
        }
        rows.row(row.getRowNum(), cells, formulas);
    }

    private static String text(Cell cell) {
        String raw = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        if (raw == null) {
            return "";
        }
        // 1.9900000001E10 is a telephone number; the checker reads a date's number as a date.
        return cell.getType() == CellType.NUMBER ? new BigDecimal(raw).stripTrailingZeros().toPlainString() : raw;
    }
}
