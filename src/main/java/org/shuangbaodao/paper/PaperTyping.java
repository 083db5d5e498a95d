package org.shuangbaodao.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.ActivityFacts.Slot;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.database.RequestKeys;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.servicerecord.PaperLine;
import org.shuangbaodao.servicerecord.PaperReports;
import org.shuangbaodao.servicerecord.PaperReports.Typed;
import org.shuangbaodao.servicerecord.Report;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.ServiceRecords.Taken;

import io.quarkus.qute.i18n.MessageBundles;

/** From a received sheet to records: first looked at row by row, then taken whole, once. */
@ApplicationScoped
public class PaperTyping {

    private static final int LONGEST_CONTENT = 500;

    private final PaperSheets sheets;
    private final SheetKeeping keeping;
    private final PaperReports reports;
    private final CheckIns checkIns;
    private final Organizations organizations;
    private final RequestKeys requestKeys;
    private final AuditTrail audit;
    private final BusinessTime time;

    PaperTyping(PaperSheets sheets, SheetKeeping keeping, PaperReports reports, CheckIns checkIns, Organizations organizations,
            RequestKeys requestKeys, AuditTrail audit, BusinessTime time) {
        this.sheets = sheets;
        this.keeping = keeping;
        this.reports = reports;
        this.checkIns = checkIns;
        this.organizations = organizations;
        this.requestKeys = requestKeys;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A row and what stands against it.
     *
     * @param from null, as {@code to}, where they cannot be read
     * @param problem null where nothing does
     */
    public record Checked(SheetRow row, LocalDateTime from, LocalDateTime to, Problem problem) {

        public boolean isSound() {
            return problem == null;
        }
    }

    /** What became of a sheet: a record for each row. */
    public record Applied(String code, List<AppliedRow> rows) {
    }

    public record AppliedRow(int row, String recordId) {
    }

    /** What was asked for, as far as a repetition has to be the same. */
    record Asked(String code, List<SheetRow> rows, String lateReason) {
    }

    /**
     * What would become of each row; nothing is kept. Rows on which nobody signed are left out.
     *
     * @param lateReason why it comes only now, where it comes late
     */
    @Transactional
    @Retried
    public List<Checked> check(String code, List<SheetRow> rows, String lateReason, long actorId) {
        PaperSheet sheet = PaperSheet.byCode(code).orElseThrow(() -> new Problem(PaperProblem.UNKNOWN));
        keeping.requireReader(actorId, sheet);
        keeping.require(keeping.keeps(actorId, sheet));
        sheet.require(SheetState.RECEIVED);
        Reading reading = read(sheet, rows, lateReason);
        reading.refuse(reports.rehearse(reading.sound, actorId));
        return reading.checked;
    }

    /**
     * Takes the whole sheet, once per key and once at all.
     *
     * @throws Problem {@code paper/rows-refused} if any row cannot be taken: then none is
     */
    @Transactional
    @Retried
    public Applied apply(String requestKey, String code, List<SheetRow> rows, String lateReason, long actorId) {
        return requestKeys.once(actorId, requestKey, new Asked(code, rows, lateReason), Applied.class, () -> {
            PaperSheet sheet = sheets.locked(code);
            keeping.requireReader(actorId, sheet);
            keeping.require(keeping.keeps(actorId, sheet));
            sheet.require(SheetState.RECEIVED);
            Reading reading = read(sheet, rows, lateReason);
            if (reading.checked.isEmpty()) {
                throw new Problem(PaperProblem.NOTHING_TYPED);
            }
            Map<Integer, Taken> taken = reports.take(reading.sound, actorId);
            Map<Integer, Problem> problems = new HashMap<>();
            taken.forEach((row, each) -> {
                if (each.problem() != null) {
                    problems.put(row, each.problem());
                }
            });
            reading.refuse(problems);
            reading.requireSound();
            sheet.state = SheetState.APPLIED;
            sheet.appliedBy = actorId;
            sheet.appliedAt = time.now();
            sheet.recordCount = taken.size();
            audit.done(actorId, Audited.of("paper-apply", "paper_sheet", sheet.id).detail("rows=" + taken.size()));
            return new Applied(sheet.printedCode(), taken.entrySet().stream()
                    .map(each -> new AppliedRow(each.getKey(), Ids.text(each.getValue().record().id))).toList());
        });
    }

    /** Rows with what was found in them, and the reports of those in which nothing was. */
    private record Reading(List<Checked> checked, List<Typed> sound) {

        void refuse(Map<Integer, Problem> problems) {
            checked.replaceAll(each -> problems.containsKey(each.row.row())
                    ? new Checked(each.row, each.from, each.to, problems.get(each.row.row()))
                    : each);
        }

        void requireSound() {
            List<RefusedRow> refused = checked.stream().filter(each -> !each.isSound())
                    .map(each -> new RefusedRow(each.row.row(), each.problem.type().code())).toList();
            if (!refused.isEmpty()) {
                throw new Problem(PaperProblem.ROWS_REFUSED, refused.size()).with("rows", refused);
            }
        }
    }

    /** @param problem code of what stands against it */
    public record RefusedRow(int row, String problem) {
    }

    private Reading read(PaperSheet sheet, List<SheetRow> rows, String lateReason) {
        Organization community = organizations.byId(sheet.communityId);
        Slot slot = sheets.slot(sheet);
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
        String consent = MessageBundles.get(PaperMessages.class).consent(sheet.printedCode());
        if (rows.stream().map(SheetRow::row).distinct().count() < rows.size()) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("rows", "paper-row-twice")));
        }
        LocalDate countsOn = Receipt.countsOn(sheet.receivedOn, time.today());
        for (SheetRow row : rows.stream().filter(each -> !each.isEmpty()).toList()) {
            RowTimes times = null;
            Problem problem = null;
            try {
                times = RowTimes.of(row, sheet.fromDay, sheet.toDay, slot, sheet.receivedOn);
                Member member = person(row);
                requireFit(sheet, row, member, times);
                reading.sound.add(new Typed(new PaperLine(sheet.id, sheet.printedCode(), row.row(), countsOn),
                        report(sheet, row, member, times, community, consent, lateReason)));
            } catch (Problem refused) {
                problem = refused;
            }
            reading.checked.add(new Checked(row, times == null ? null : times.from(), times == null ? null : times.to(),
                    problem));
        }
        return reading;
    }

    private static Member person(SheetRow row) {
        if (row.number().isEmpty()) {
            throw new Problem(PaperProblem.NUMBER_MISSING);
        }
        Member member = Member.byNumber(row.number().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Problem(PaperProblem.NUMBER_UNKNOWN));
        if (!plain(member.name).equals(plain(row.name()))) {
            throw new Problem(PaperProblem.NAME_DIFFERS);
        }
        return member;
    }

    // 阿卜杜拉·买买提 is written with all kinds of dots.
    private static String plain(String name) {
        return Names.fold(name).replaceAll("[\\s·•・‧.]", "");
    }

    private void requireFit(PaperSheet sheet, SheetRow row, Member member, RowTimes times) {
        if (row.signed().isEmpty()) {
            throw new Problem(PaperProblem.UNSIGNED);
        }
        if (row.what().length() > LONGEST_CONTENT) {
            throw new Problem(PaperProblem.TEXT_TOO_LONG);
        }
        if (sheet.isPersonal() && row.what().isEmpty()) {
            throw new Problem(PaperProblem.CONTENT_MISSING);
        }
        if (sheet.isPersonal() && !checkIns.isAccepted(member.id, sheet.communityId, times.from().toLocalDate())) {
            throw new Problem(PaperProblem.NOT_ACCEPTED);
        }
    }

    private static Report report(PaperSheet sheet, SheetRow row, Member member, RowTimes times, Organization community,
            String consent, String lateReason) {
        String activity = sheet.isPersonal() ? null : Ids.text(sheet.activityId);
        return new Report(times.from(), times.to(), row.what(), activity, sheet.isPersonal() ? null : Ids.text(sheet.slotId),
                sheet.isPersonal() ? community.code : null, null, sheet.isPersonal() ? sheet.place : null, null, null, null,
                null, member.number, consent, null, lateReason);
    }

    /** The records typed from a sheet, in its order. */
    @Transactional
    List<ServiceRecord> recordsOf(String code, long actorId) {
        PaperSheet sheet = PaperSheet.byCode(code).orElseThrow(() -> new Problem(PaperProblem.UNKNOWN));
        keeping.requireReader(actorId, sheet);
        List<ServiceRecord> records = ServiceRecord.list("paperSheetId = ?1 order by paperRow", sheet.id);
        if (!records.isEmpty()) {
            audit.done(actorId, Audited.of("paper-read", "paper_sheet", sheet.id).detail("rows=" + records.size()));
        }
        return records;
    }
}
