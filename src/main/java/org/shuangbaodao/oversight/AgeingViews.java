package org.shuangbaodao.oversight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.web.CsvCell;

/** The ageing report as page, file and API show it. */
@ApplicationScoped
class AgeingViews {

    private final AgeingReport report;

    AgeingViews(AgeingReport report) {
        this.report = report;
    }

    record View(AgeingReport.Totals totals, PageOf<Row> rows, Period decidedIn) {
    }

    /** @param medianDays with one decimal, null where nothing was decided */
    record Row(String code, String name, Step step, Office office, List<String> holders, long waiting, long fresh, long ageing,
            long escalated, String oldest, BigDecimal medianDays) {

        /** The same rows in the queue of who may decide on them. */
        public String queue() {
            return "/review?step=" + (step == Step.AWARD ? "award" : "confirmation") + "&place=" + code;
        }

        public boolean isVacant() {
            return holders.isEmpty();
        }

        public String who() {
            return String.join("、", holders);
        }

        /** @param text a cell of the file */
        public String cell(Object text) {
            return CsvCell.of(text);
        }
    }

    View of(long readerId, String within, int page, int size) {
        AgeingReport.Report found = report.of(readerId, within, page, size);
        PageOf<AgeingReport.Line> lines = found.lines();
        return new View(found.totals(),
                new PageOf<>(lines.items().stream().map(AgeingViews::row).toList(), lines.page(), lines.size(), lines.total()),
                found.decidedIn());
    }

    private static Row row(AgeingReport.Line line) {
        return new Row(line.place().code, line.place().name, line.step(), line.office(), line.holders(), line.waiting(),
                line.fresh(), line.ageing(), line.escalated(), line.oldest().toString(), line.medianDays() == null ? null
                        : BigDecimal.valueOf(line.medianDays()).setScale(1, RoundingMode.HALF_UP));
    }
}
