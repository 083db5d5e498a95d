package org.shuangbaodao.opendata;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.ranking.BoardKind;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** What the columns mean, for programs: metadata of CSV on the Web (W3C), in all languages. */
@ApplicationScoped
class Dictionary {

    private static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    private final OpenDataSettings settings;

    Dictionary(OpenDataSettings settings) {
        this.settings = settings;
    }

    Map<String, Object> metadata() {
        Licence licence = settings.chosen();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        metadata.put("dc:title", texts(OpenDataMessages::title));
        metadata.put("dc:description", texts(OpenDataMessages::lead));
        metadata.put("dc:license", licence.url() == null ? licence.name() : Map.of("@id", licence.url()));
        metadata.put("dialect", Map.of("encoding", "utf-8", "header", true, "delimiter", ",", "doubleQuote", true,
                "lineTerminators", List.of("\r\n")));
        metadata.put("tables", Arrays.stream(BoardKind.values()).map(Dictionary::table).toList());
        return metadata;
    }

    private static Map<String, Object> table(BoardKind kind) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("url", kind.name().toLowerCase(Locale.ROOT) + ".csv");
        table.put("dc:title", texts(messages -> messages.board(kind)));
        table.put("tableSchema", Map.of("columns", Arrays.stream(Column.values()).map(Dictionary::column).toList()));
        return table;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", column.header());
        described.put("titles", column.header());
        described.put("datatype", column.type());
        described.put("required", column.isAlwaysThere());
        described.put("dc:description", texts(messages -> messages.column(column)));
        return described;
    }

    private static Map<String, String> texts(Function<OpenDataMessages, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> texts.put(language,
                text.apply(MessageBundles.get(OpenDataMessages.class, Localized.Literal.of(language)))));
        return texts;
    }
}
