package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A record as the API shows it to those who may see it.
 *
 * @param revision counts corrections and reversals
 * @param version to be sent back with a decision, so that nobody decides on what he has not seen
 * @param held the member says that he did not take part
 * @param occasion what it was part of and who answers for it
 * @param paper the sheet it was written on, null for others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordAnswer(String id, RecordState state, int revision, int version, String memberNumber, String memberName,
        String branchCode, String communityCode, String communityName, LocalDateTime startedAt, LocalDateTime endedAt,
        int minutes, String summary, String place, Eligibility eligibility, boolean workingTime, String issuer,
        String proofNumber, boolean enteredBySomebodyElse, boolean overlapping, boolean held, String reason,
        Instant submittedAt, Instant confirmedAt, Capacity confirmedAs, Instant awardedAt, Capacity awardedAs, String postId,
        Lateness lateness,
        String lateReason, boolean longDay, boolean signed, Occasion occasion, Paper paper) {

    /**
     * Activity, organizer and lead (67号 art. 7).
     *
     * @param activityId null for personal service (个人服务), as {@code activityName}; then the residents' committee that confirms
     *        is the organizer, and whoever confirmed the lead
     * @param lead null while nobody has confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Occasion(String activityId, String slotId, String activityName, String organizer, String lead) {
    }

    /** @param receivedOn the day its lateness counts to, null where it counts to the day it was typed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Paper(String code, int row, LocalDate receivedOn) {

        static Paper of(ServiceRecord record) {
            return record.paperSheetId == null ? null : new Paper(record.paperCode, record.paperRow, record.paperReceivedOn);
        }
    }
}
