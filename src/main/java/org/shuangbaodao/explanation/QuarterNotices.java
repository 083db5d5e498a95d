package org.shuangbaodao.explanation;

import java.time.LocalDate;
import java.util.Optional;

import org.shuangbaodao.kernel.Period;

/**
 * Tells where the quarter of a branch was put to public notice, for whoever wants to object to an entry or see that nobody did.
 */
public interface QuarterNotices {

    /** Empty as long as there is none. */
    Optional<Posted> of(long branchId, Period quarter);

    /**
     * A notice.
     *
     * @param lastDay on which objections are taken
     */
    record Posted(String id, LocalDate firstDay, LocalDate lastDay) {
    }
}
