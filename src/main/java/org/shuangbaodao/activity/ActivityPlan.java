package org.shuangbaodao.activity;

import java.time.LocalDateTime;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be published, or what an activity is to become.
 *
 * @param organizerCode a community, or a branch or unit that serves in one
 * @param communityCode where; left out when a community organizes it itself
 * @param leadNumber member number of the person in charge on the spot; left out, who publishes it
 * @param content what is done
 * @param riskNote what can happen and what is done against it; 志愿服务条例 art. 12 asks for it to be true and complete
 * @param voluntary voluntary service (志愿服务), otherwise party duty
 * @param workingTime it takes place in working time: never voluntary, and earns no points
 * @param service that it is no meeting, training, office duty or tour: those may not be recorded as service (67号 art. 19)
 * @param lateReason why it is set down only now; needed when one of the slots has begun already
 * @param times how many days a recurring one has
 */
@Schema(description = "Fields that are not listed here are ignored.")
public record ActivityPlan(
        @Size(max = 40) String organizerCode,
        @Size(max = 40) String communityCode,
        @Size(max = 40) String leadNumber,
        @Size(max = 80) String name,
        @Size(max = 500) String content,
        @Size(max = 200) String place,
        @Size(max = 500) String conditions,
        @Size(max = 500) String riskNote,
        @Size(max = 200) String skills,
        Boolean voluntary,
        Boolean workingTime,
        Boolean service,
        @Size(max = 40) String postId,
        @Size(max = 300) String lateReason,
        @NotNull @Size(max = 6) List<@NotNull @Valid SlotPlan> slots,
        Repeat repeat,
        Integer times) {

    /** @param capacity left out: as many as come */
    public record SlotPlan(@NotNull LocalDateTime startsAt, @NotNull LocalDateTime endsAt, Integer capacity) {
    }

    boolean isVoluntary() {
        return Boolean.TRUE.equals(voluntary);
    }

    boolean isInWorkingTime() {
        return Boolean.TRUE.equals(workingTime);
    }

    /** How many days it is to have. */
    int days() {
        return repeat == null || repeat == Repeat.NEVER ? 1 : times == null ? 0 : times;
    }
}
