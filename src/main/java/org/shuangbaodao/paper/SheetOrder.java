package org.shuangbaodao.paper;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * What sheet somebody wants: of an activity's slot, or of a community's personal service on some days.
 *
 * @param slotId may be left out where the activity has one slot
 * @param to left out, the same day
 * @param place left out, the community
 * @param rows left out, twenty
 * @param withNames with those who have signed up, for whoever runs the activity
 */
public record SheetOrder(@Size(max = 40) String activityId, @Size(max = 40) String slotId,
        @Size(max = 40) String communityCode, LocalDate from, LocalDate to, @Size(max = 200) String place,
        @Min(1) @Max(SheetRow.MOST) Integer rows, Boolean withNames) {

    boolean isOfActivity() {
        return activityId != null && !activityId.isBlank();
    }
}
