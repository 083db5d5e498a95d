package org.shuangbaodao.roster;

/** Cells that a spreadsheet would compute instead of show. */
final class RosterCells {

    private RosterCells() {
    }

    /** As OWASP lists them; a guarded one that comes back still counts. A plus before digits is a telephone number. */
    static boolean isFormula(String text) {
        String plain = text.strip();
        if (plain.startsWith("'")) {
            plain = plain.substring(1);
        }
        return plain.startsWith("=") || plain.startsWith("@") || plain.matches("(?s)[+-](?![\\d\\s()-]+$).+");
    }

    /** The same text, shown and never computed when a spreadsheet opens the file. */
    static String guarded(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
