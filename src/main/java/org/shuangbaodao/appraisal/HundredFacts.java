package org.shuangbaodao.appraisal;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether a branch counts by hundred points, and whether a penalty in force limits what may be suggested. */
@ApplicationScoped
class HundredFacts {

    boolean isCounted(long branchId, int year) {
        return false;
    }

    boolean isVetoed(long memberId, LocalDate day) {
        return false;
    }
}
