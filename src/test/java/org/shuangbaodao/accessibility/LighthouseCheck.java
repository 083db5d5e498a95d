package org.shuangbaodao.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.shuangbaodao.process.ServiceProcess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Lighthouse makes of the public pages of the packaged service, as on a slow phone: the median of some runs each. */
class LighthouseCheck {

    private static final int RUNS = 5;
    private static final int LEAST = 95;
    private static final List<String> CATEGORIES = List.of("performance", "accessibility", "best-practices");
    private static final List<String> PAGES = List.of("/", "/rankings", "/rankings/members", "/rankings/communities", "/rules",
            "/notices", "/activities", "/ledger/digest", "/open-data", "/login");
    private static final Path TABLE = Path.of("target", "lighthouse.txt");

    @TempDir
    static Path folder;

    @Test
    void publicPagesAreQuickAndOpenToEverybody() throws Exception {
        BrowserTools.install();
        StringBuilder table = new StringBuilder(line("median of " + RUNS, CATEGORIES));
        List<String> low = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("service"), Map.of())) {
            for (String page : PAGES) {
                Map<String, Integer> scores = medians("http://localhost:" + service.port() + page);
                table.append(line(page, CATEGORIES.stream().map(scores::get).toList()));
                scores.forEach((category, score) -> {
                    if (score < LEAST) {
                        low.add("%s %s %d".formatted(page, category, score));
                    }
                });
                Files.writeString(TABLE, table);
            }
        }
        assertThat(low).as(table.toString()).isEmpty();
    }

    private static String line(String head, List<?> cells) {
        return "%-24s".formatted(head)
                + cells.stream().map("%16s"::formatted).collect(Collectors.joining("", "", "\n"));
    }

    private static Map<String, Integer> medians(String address) throws IOException, InterruptedException {
        Map<String, List<Integer>> scores = new TreeMap<>();
        for (int i = 0; i < RUNS; i++) {
            JsonNode categories = new ObjectMapper().readTree(look(address).toFile()).get("categories");
            CATEGORIES.forEach(category -> scores.computeIfAbsent(category, key -> new ArrayList<>())
                    .add((int) Math.round(categories.get(category).get("score").asDouble() * 100)));
        }
        Map<String, Integer> medians = new TreeMap<>();
        scores.forEach((category, all) -> medians.put(category, all.stream().sorted().toList().get(RUNS / 2)));
        return medians;
    }

    // Phone settings are its own default.
    private static Path look(String address) throws IOException, InterruptedException {
        Path report = folder.resolve("report.json").toAbsolutePath();
        BrowserTools.node(BrowserTools.module("lighthouse/cli/index.js").toString(), address, "--quiet",
                "--only-categories=" + String.join(",", CATEGORIES), "--output=json", "--output-path=" + report,
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking");
        return report;
    }
}
