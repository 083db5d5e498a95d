package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;

/** The rows of the table, logged, and written as JSON and as a page with bars. */
final class Results {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, Object> conditions = new LinkedHashMap<>();

    void condition(String name, Object value) {
        conditions.put(name, value);
    }

    /**
     * One row.
     *
     * @param ratio measured against the reference, NaN where there is none
     * @param aim what the ratio is to be, as a sentence such as {@code >= 0.90}; empty where nothing is aimed at
     */
    void row(String work, String measured, String reference, double ratio, String aim) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("work", work);
        row.put("measured", measured);
        row.put("reference", reference);
        row.put("ratio", Double.isNaN(ratio) ? null : Math.round(ratio * 1000) / 1000.0);
        row.put("aim", aim);
        row.put("met", aim.isEmpty() ? null : met(ratio, aim));
        rows.add(row);
        Log.info(line(row));
    }

    private static boolean met(double ratio, String aim) {
        double bound = Double.parseDouble(aim.substring(2).strip());
        return aim.startsWith(">=") ? ratio >= bound : ratio <= bound;
    }

    static String speed(Load.Measured measured) {
        return String.format(Locale.ROOT, "%,.0f/s, median %.2f ms, p99 %.2f ms%s", measured.perSecond(), measured.median(),
                measured.p99(), measured.failed() == 0 ? "" : ", " + measured.failed() + " failed");
    }

    static String times(Load.Measured measured) {
        return String.format(Locale.ROOT, "median %.2f ms, p99 %.2f ms", measured.median(), measured.p99());
    }

    private static String line(Map<String, Object> row) {
        return "| %s | %s | %s | %s | %s%s |".formatted(row.get("work"), row.get("measured"), row.get("reference"),
                row.get("ratio") == null ? "–" : row.get("ratio"), row.get("aim"),
                row.get("met") == null ? "" : (boolean) row.get("met") ? " ✓" : " ✗");
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("measuredAt", Instant.now().toString());
        all.put("conditions", conditions);
        all.put("rows", rows);
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve("results.json").toFile(), all);
        Files.writeString(folder.resolve("results.html"), page());
        StringBuilder table = new StringBuilder("| work | measured | reference | ratio | aim |\n|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(line(row)).append('\n'));
        Files.writeString(folder.resolve("results.md"), table);
        Log.info("\n" + table);
    }

    private String page() {
        StringBuilder page = new StringBuilder(
                """
                        <!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title><style>
                        body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}
                        table{border-collapse:collapse;width:100%}td,th{padding:.4rem .6rem;border-bottom:1px solid #ddd;text-align:left;
                        vertical-align:top}svg{display:block}.no{color:#b3261e}.yes{color:#1a7f37}dl{display:grid;
                        grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:600}dd{margin:0}</style>
                        <h1>Benchmark</h1><dl>""");
        conditions.forEach((name, value) -> page.append("<dt>%s</dt><dd>%s</dd>".formatted(escaped(name), escaped(value))));
        page.append("</dl><table><thead><tr><th>Work</th><th>Measured</th><th>Reference</th><th>Ratio</th><th>Aim</th></tr>"
                + "</thead><tbody>");
        rows.forEach(row -> page.append("<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>".formatted(
                escaped(row.get("work")), escaped(row.get("measured")), escaped(row.get("reference")), bar(row),
                escaped(row.get("aim")))));
        return page.append("</tbody></table></html>\n").toString();
    }

    // The bar is the ratio, the line is the aim; both on the same scale.
    private static String bar(Map<String, Object> row) {
        if (row.get("ratio") == null) {
            return "–";
        }
        double ratio = (double) row.get("ratio");
        String aim = (String) row.get("aim");
        double bound = aim.isEmpty() ? 1 : Double.parseDouble(aim.substring(2).strip());
        double scale = 150 / Math.max(Math.max(ratio, bound), 1e-9);
        String tone = row.get("met") == null ? "#57606a" : (boolean) row.get("met") ? "#1a7f37" : "#b3261e";
        return String.format(Locale.ROOT, "<span class=\"%s\">%.3f</span><svg width=\"160\" height=\"14\" role=\"img\""
                + " aria-label=\"%.3f\"><rect width=\"%.1f\" height=\"14\" fill=\"%s\"/>"
                + "<rect x=\"%.1f\" width=\"2\" height=\"14\" fill=\"#000\"/></svg>",
                row.get("met") == null ? ""
                        : (boolean) row.get("met") ? "yes" : "no",
                ratio, ratio, ratio * scale, tone, aim.isEmpty() ? 0 : bound * scale);
    }

    private static String escaped(Object text) {
        return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
