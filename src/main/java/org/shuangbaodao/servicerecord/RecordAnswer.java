package org.shuangbaodao.servicerecord;

import java.time.Instant;
import java.time.LocalDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A record as the API shows it to those who may see it.
 *
 * @param revision counts corrections and reversals
 * @param version to be sent back with a decision, so that nobody decides on what he has not seen
 * @param held the member says that he did not take part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordAnswer(String id, RecordState state, int revision, int version, String memberNumber, String memberName,
        String branchCode, String communityCode, String communityName, LocalDateTime startedAt, LocalDateTime endedAt,
        int minutes, String summary, String place, Eligibility eligibility, boolean workingTime, String issuer,
        String proofNumber, boolean enteredBySomebodyElse, boolean overlapping, boolean held, String reason,
        Instant submittedAt, Instant confirmedAt, Capacity confirmedAs, Instant awardedAt, Capacity awardedAs, String postId, Lateness lateness,
        String lateReason, boolean longDay, boolean signed) {
}
