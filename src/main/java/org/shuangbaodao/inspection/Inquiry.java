package org.shuangbaodao.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.shuangbaodao.inspection.DrawnRecord.How;
import org.shuangbaodao.inspection.DrawnRecord.Result;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;

/**
 * What an inspector found out about a drawn record.
 *
 * @param whom a role such as 三号楼居民, never a name: no more of a resident is needed
 * @param note empty where there is nothing to add
 */
record Inquiry(Result result, String whom, How how, LocalDate askedOn, String note) {

    private static final int LONGEST_WHOM = 60;
    private static final int LONGEST_NOTE = 500;

    /**
     * @param served first day on which there was something to ask about
     * @throws Problem {@code common/invalid}
     */
    Inquiry checked(LocalDate served, LocalDate today) {
        List<FieldProblem> errors = new ArrayList<>();
        require(errors, "result", result);
        require(errors, "how", how);
        String role = Names.tidy(whom);
        if (role.isEmpty() || role.length() > LONGEST_WHOM) {
            errors.add(new FieldProblem("whom", role.isEmpty() ? "required" : "too-long"));
        }
        if (askedOn == null) {
            errors.add(new FieldProblem("askedOn", "required"));
        } else if (askedOn.isAfter(today)) {
            errors.add(new FieldProblem("askedOn", "future-date"));
        } else if (askedOn.isBefore(served)) {
            errors.add(new FieldProblem("askedOn", "out-of-range"));
        }
        String more = note == null ? "" : note.strip();
        if (more.length() > LONGEST_NOTE) {
            errors.add(new FieldProblem("note", "too-long"));
        }
        // What did not happen so is taken up by somebody else: he has to know what was found.
        if (more.isEmpty() && (result == Result.PARTLY || result == Result.DID_NOT_HAPPEN)) {
            errors.add(new FieldProblem("note", "required"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", errors);
        }
        return new Inquiry(result, role, how, askedOn, more);
    }

    private static void require(List<FieldProblem> errors, String field, Object value) {
        if (value == null) {
            errors.add(new FieldProblem(field, "required"));
        }
    }
}
