package org.shuangbaodao.personalfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.personalfile.Trainings.Entry;
import org.shuangbaodao.roster.Sheets;
import org.shuangbaodao.web.Form;

/** Who was at a training, as people write it: ticked, typed one a line, or in a sheet. */
@ApplicationScoped
class TrainingList {

    static final int MOST = 500;

    private static final Sheets.Columns COLUMNS = new Sheets.Columns(Map.of(
            "member", List.of("党员编号", "编号", "黨員編號", "編號", "membernumber", "member"),
            "minutes", List.of("分钟", "学习分钟", "分鐘", "學習分鐘", "minutes"),
            "result", List.of("结果", "結果", "result")), Set.of("member"));
    private static final Map<TrainingResult, Set<String>> WORDS = Map.of(
            TrainingResult.CERTIFIED, Set.of("取得证书", "证书", "取得證書", "證書", "certified", "certificate"),
            TrainingResult.PASSED, Set.of("考核合格", "合格", "结业", "考核通過", "結業", "passed"),
            TrainingResult.ATTENDED, Set.of("", "参加", "參加", "attended"));

    private final Sheets sheets;

    TrainingList(Sheets sheets) {
        this.sheets = sheets;
    }

    /** Ticked numbers and typed lines; a line that cannot be read is refused at its field. */
    List<Entry> typed(Form form) {
        TrainingResult result = result(form);
        List<Entry> entries = new ArrayList<>();
        form.values("present").forEach(number -> entries.add(new Entry(number, null, result)));
        for (String line : form.value("others").split("[\\r\\n,，、;；]+")) {
            String[] parts = line.strip().split("\\s+");
            if (parts[0].isEmpty()) {
                continue;
            }
            if (parts.length > 2 || parts[0].length() > 40 || parts.length == 2 && !parts[1].matches("\\d{1,6}")) {
                form.reject("others", "rollcall-line");
            } else {
                entries.add(new Entry(parts[0], parts.length == 2 ? Integer.valueOf(parts[1]) : null, result));
            }
        }
        if (entries.size() > MOST) {
            form.reject("others", "too-large");
        }
        return entries;
    }

    private static TrainingResult result(Form form) {
        for (TrainingResult each : TrainingResult.values()) {
            if (each.name().equals(form.value("result"))) {
                return each;
            }
        }
        form.reject("result", form.value("result").isEmpty() ? "required" : "unknown");
        return null;
    }

    /** A row whose minutes or result cannot be read has zero minutes, which no training takes. */
    List<Entry> sheet(Path file) {
        return sheets.read(file, COLUMNS, MOST).stream().map(row -> {
            String word = Names.fold(row.cell("result")).toLowerCase(Locale.ROOT);
            TrainingResult result = WORDS.entrySet().stream().filter(each -> each.getValue().contains(word))
                    .map(Map.Entry::getKey).findFirst().orElse(null);
            boolean readable = result != null && row.cell("minutes").matches("\\d{0,6}");
            Integer minutes = !readable ? Integer.valueOf(0)
                    : row.cell("minutes").isEmpty() ? null : Integer.valueOf(row.cell("minutes"));
            return new Entry(row.cell("member"), minutes, result == null ? TrainingResult.ATTENDED : result);
        }).toList();
    }
}
