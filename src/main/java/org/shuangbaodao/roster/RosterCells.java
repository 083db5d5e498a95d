package org.shuangbaodao.roster;

import java.util.regex.Pattern;

/** Cells that a spreadsheet would compute instead of show. */
final class RosterCells {

    private static final Pattern SIGNED = Pattern.compile("(?s)[+-](?![\\d\\s()-]+$).+");

    private RosterCells() {
    }

    /** As OWASP lists them; a guarded one that comes back still counts. A plus before digits is a telephone number. */
    static boolean isFormula(String text) {
        String plain = text.strip();
        if (plain.startsWith("'")) {
            plain = plain.substring(1);
        }
        return plain.startsWith("=") || plain.startsWith("@") || SIGNED.matcher(plain).matches();
    }

    /** The same text, shown and never computed when a spreadsheet opens the file. */
    static String guarded(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
