package org.shuangbaodao.paper;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.shuangbaodao.kernel.Names;

/**
 * A row as somebody typed it from the paper, nothing of it understood yet.
 *
 * @param row its number on the paper
 * @param day may be left out where the sheet is of one day
 * @param from may be left out, as {@code to}, where the sheet is of a slot: then it is the slot's
 * @param what may be left out where the sheet is of an activity
 * @param signed anything, if he signed there
 */
public record SheetRow(@Min(1) @Max(SheetRow.MOST) int row, @Size(max = 500) String number, @Size(max = 500) String name,
        @Size(max = 500) String day, @Size(max = 500) String from, @Size(max = 500) String to, @Size(max = 500) String what,
        @Size(max = 500) String signed) {

    /** What fits on three pages, and into one form. */
    public static final int MOST = 60;

    public SheetRow {
        number = tidy(number);
        name = tidy(name);
        day = tidy(day);
        from = tidy(from);
        to = tidy(to);
        what = tidy(what);
        signed = tidy(signed);
    }

    private static String tidy(String text) {
        return Names.tidy(text);
    }

    /** Nobody signed there: at most a name printed in advance. */
    boolean isEmpty() {
        return signed.isEmpty() && from.isEmpty() && to.isEmpty() && what.isEmpty();
    }
}
