package org.shuangbaodao.paper;

import java.time.Instant;
import java.time.LocalDate;

import org.shuangbaodao.kernel.Ids;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A sheet as those who keep it see it.
 *
 * @param code as printed
 * @param activity null for personal service, as its id and slot
 * @param receivedBy name of whoever said when it was handed in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetAnswer(String code, SheetState state, String communityCode, String community, String activityId,
        String slotId, String activity, String organizer, LocalDate from, LocalDate to, String place, int rows,
        boolean withNames, String printedBy, Instant printedAt, LocalDate receivedOn, String receivedBy, Instant receivedAt,
        String appliedBy, Instant appliedAt, Integer records, String voidReason) {

    static SheetAnswer of(PaperSheet sheet, SheetNames names) {
        return new SheetAnswer(sheet.printedCode(), sheet.state, names.community().code, names.community().name,
                sheet.activityId == null ? null : Ids.text(sheet.activityId),
                sheet.slotId == null ? null : Ids.text(sheet.slotId), names.activity(), names.organizer(), sheet.fromDay,
                sheet.toDay, sheet.place, sheet.rowCount, sheet.withNames, names.person(sheet.printedBy), sheet.printedAt,
                sheet.receivedOn, names.person(sheet.receivedBy), sheet.receivedAt, names.person(sheet.appliedBy),
                sheet.appliedAt, sheet.recordCount, sheet.voidReason);
    }

    /** For templates: the tone of its badge. */
    @JsonIgnore
    public String getTone() {
        return switch (state) {
            case PRINTED -> "info";
            case RECEIVED -> "wait";
            case APPLIED -> "good";
            case VOIDED -> "plain";
        };
    }
}
