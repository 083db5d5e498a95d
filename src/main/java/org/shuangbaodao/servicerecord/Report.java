package org.shuangbaodao.servicerecord;

import java.time.LocalDateTime;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a member, or somebody for him, reports. Three fields are enough: from, to, what; of an activity, from and to.
 *
 * @param startedAt wall clock of Asia/Shanghai, to the minute
 * @param endedAt likewise; an end at 24:00 is the next day's 00:00
 * @param summary what was done; may be left out with an activity, which says it
 * @param activityId the activity it belongs to: that says where, for whom and of what kind it was
 * @param slotId which of its slots; left out, the one at that time
 * @param communityCode where it happened; left out, the one community that accepted the member's check-in
 * @param eligibility left out, party duty
 * @param workingTime whether it was working time: then it earns no points
 * @param issuer who certified service outside the area, with {@code proofNumber}, instead of a community
 * @param memberNumber whom it is about, when entered for somebody else
 * @param consentNote how he agreed to the entry
 * @param lateReason why it is entered only now; needed more than ten working days after its end
 * @param postId the post of that community he served in, if it keeps posts
 */
@Schema(description = "Fields that are not listed here are ignored.")
public record Report(
        @NotNull LocalDateTime startedAt,
        @NotNull LocalDateTime endedAt,
        @Size(max = 500) String summary,
        @Size(max = 40) String activityId,
        @Size(max = 40) String slotId,
        @Size(max = 40) String communityCode,
        @Size(max = 40) String gridCode,
        @Size(max = 200) String place,
        Eligibility eligibility,
        Boolean workingTime,
        @Size(max = 120) String issuer,
        @Size(max = 60) String proofNumber,
        @Size(max = 40) String memberNumber,
        @Size(max = 200) String consentNote,
        @Size(max = 40) String postId,
        @Size(max = 500) String lateReason) {

    boolean isOutside() {
        return isGiven(proofNumber) || isGiven(issuer);
    }

    static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
