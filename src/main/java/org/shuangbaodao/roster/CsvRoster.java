package org.shuangbaodao.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.shuangbaodao.kernel.Problem;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text separated by commas, semicolons or tabs; in UTF-8, or in GB 18030 as older office programs in China save it. */
final class CsvRoster extends RosterFile {

    private static final char MARK = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final char separator;

    private CsvRoster(Path file, Charset charset, char separator) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
    }

    static CsvRoster open(Path file) throws IOException {
        Charset charset = Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
                .filter(candidate -> isWrittenIn(file, candidate)).findFirst()
                .orElseThrow(() -> new Problem(RosterProblem.FILE_TYPE));
        try (BufferedReader reader = reader(file, charset)) {
            String first = reader.lines().limit(5).reduce("", (one, other) -> one + other);
            return new CsvRoster(file, charset, separatorOf(first));
        }
    }

    @Override
    void read(RowConsumer rows) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
        int line = 0;
        try (Reader reader = reader(file, charset); CSVParser parser = format.parse(reader)) {
            for (CSVRecord row : parser) {
                line++;
                rows.row(line, row.toList(), Set.of());
            }
        } catch (CSVException | UncheckedIOException | IllegalStateException malformed) {
            throw new Problem(RosterProblem.FILE_MALFORMED, line + 1);
        }
    }

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    /** A file with zero bytes in it is no text, whatever else it may be. */
    private static boolean isWrittenIn(Path file, Charset charset) {
        char[] buffer = new char[8192];
        try (InputStream in = Files.newInputStream(file);
                Reader reader = new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char separatorOf(String start) {
        return List.of(',', '\t', ';').stream()
                .max((one, other) -> Long.compare(occurrences(start, one), occurrences(start, other))).orElse(',');
    }

    private static long occurrences(String text, char character) {
        return text.chars().filter(each -> each == character).count();
    }
}
