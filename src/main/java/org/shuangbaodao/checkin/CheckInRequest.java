package org.shuangbaodao.checkin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Form;

/**
 * What a registration asks for, as it was typed.
 *
 * @param gridCode blank when the holder does not know his grid
 * @param period a year, blank for the present one
 */
public record CheckInRequest(String communityCode, String gridCode, String period, String intention, String skills,
        String availability) {

    static final int LONGEST_TEXT = 200;

    public CheckInRequest {
        communityCode = Names.tidy(communityCode);
        gridCode = Names.tidy(gridCode);
        period = Names.tidy(period);
        intention = Names.tidy(intention);
        skills = Names.tidy(skills);
        availability = Names.tidy(availability);
    }

    static CheckInRequest of(Form form) {
        return new CheckInRequest(form.value("communityCode"), form.value("gridCode"), form.value("period"),
                form.value("intention"), form.value("skills"), form.value("availability"));
    }

    /** @throws Problem {@code common/invalid} naming every field that is not right */
    void validate() {
        List<FieldProblem> errors = new ArrayList<>();
        if (communityCode.isEmpty()) {
            errors.add(new FieldProblem("communityCode", "required"));
        }
        if (!period.isEmpty() && Period.parse(period).filter(Period::isYear).isEmpty()) {
            errors.add(new FieldProblem("period", "malformed"));
        }
        check(errors, "intention", intention);
        check(errors, "skills", skills);
        check(errors, "availability", availability);
        if (!errors.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", errors);
        }
    }

    private static void check(List<FieldProblem> errors, String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            errors.add(new FieldProblem(field, "too-long"));
        }
    }

    /** Equal for equal requests, whatever white space or width they were typed with. */
    String digest() {
        String all = String.join("\u001f", communityCode, gridCode, period, intention, skills, availability);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
