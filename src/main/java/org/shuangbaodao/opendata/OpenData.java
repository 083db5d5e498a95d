package org.shuangbaodao.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.board.OrganizationItem;
import org.shuangbaodao.board.ScopeItem;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.BoardStamp;
import org.shuangbaodao.ranking.OrganizationsView;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.web.TaggedBytes;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes whole boards, row by row, each once for all who ask while it holds. They are sent from memory: a slow reader of a file
 * without end would hold a thread for as long as he likes.
 */
@ApplicationScoped
class OpenData {

    /** Addresses can be made up; besides, memory that is needed elsewhere is taken from the files first. */
    private static final int MOST = 64;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Map<String, Named> NAMES = Arrays.stream(BoardKind.values())
            .flatMap(kind -> Arrays.stream(Format.values()).map(format -> new Named(kind, format)))
            .collect(Collectors.toUnmodifiableMap(Named::name, Function.identity()));

    private final Rankings rankings;
    private final ObjectMapper json;
    private final OpenDataSettings settings;
    private final Map<Key, SoftReference<Kept>> files = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Kept>> eldest) {
            return size() > MOST;
        }
    };

    OpenData(Rankings rankings, ObjectMapper json, OpenDataSettings settings) {
        this.rankings = rankings;
        this.json = json;
        this.settings = settings;
    }

    /**
     * @param name of a board and of a format: {@code branches.csv}
     * @throws Problem where there is no such file, the operator publishes no boards, or period or scope are unknown
     */
    OpenFile file(String name, String periodKey, String within) {
        Named named = NAMES.get(name);
        if (named == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        BoardKind kind = named.kind;
        Period period = rankings.period(periodKey);
        Organization scope = rankings.scope(within, kind.tree());
        OrganizationsView view = rankings.organizations(kind, period, scope, 1, Integer.MAX_VALUE);
        Key key = new Key(kind, period, scope == null ? null : scope.id, named.format);
        return new OpenFile(savedAs(kind, period, scope) + '.' + named.format.ending(), kept(key, view, scope));
    }

    // Only letters that every system takes; codes are the operator's own.
    private static String savedAs(BoardKind kind, Period period, Organization scope) {
        String inside = scope == null ? "" : "-" + scope.code.replaceAll("[^A-Za-z0-9_-]", "_");
        return kind.name().toLowerCase(Locale.ROOT) + '-' + period.key() + inside;
    }

    // One file at a time: several large ones at once would not be ready earlier.
    private synchronized TaggedBytes kept(Key key, OrganizationsView view, Organization scope) {
        SoftReference<Kept> reference = files.get(key);
        Kept kept = reference == null ? null : reference.get();
        if (kept == null || !kept.made.equals(view.board().made()) || kept.provisional != view.board().provisional()) {
            kept = new Kept(view.board().made(), view.board().provisional(),
                    TaggedBytes.of(written(key, view, scope), key.format.type()));
            files.put(key, new SoftReference<>(kept));
        }
        return kept.bytes;
    }

    private byte[] written(Key key, OrganizationsView view, Organization scope) {
        JsonFile file = new JsonFile(key.kind.name().toLowerCase(Locale.ROOT), key.period.key(),
                scope == null ? null : scope.code, view.board().made().asOf(), view.board().provisional(), settings.chosen(),
                "/open-data/dictionary.json", ScopeItem.of(key.kind, view),
                view.board().rows().items().stream().map(placed -> OrganizationItem.of(key.kind, placed)).toList());
        try {
            return key.format == Format.JSON ? json.writeValueAsBytes(file) : csv(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] csv(JsonFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            // By it office programs take the file for UTF-8.
            writer.write(BYTE_ORDER_MARK);
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
            printer.printRecord(Arrays.stream(Column.values()).map(Column::header));
            for (OrganizationItem row : file.items()) {
                printer.printRecord(Arrays.stream(Column.values()).map(column -> column.of(file, row)));
            }
        }
        return bytes.toByteArray();
    }

    private record Named(BoardKind kind, Format format) {

        String name() {
            return kind.name().toLowerCase(Locale.ROOT) + '.' + format.ending();
        }
    }

    private record Key(BoardKind kind, Period period, Long scope, Format format) {
    }

    private record Kept(BoardStamp made, boolean provisional, TaggedBytes bytes) {
    }

    /** @param name under which a browser saves it */
    record OpenFile(String name, TaggedBytes content) {
    }
}
