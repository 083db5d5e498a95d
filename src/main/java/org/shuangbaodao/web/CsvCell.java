package org.shuangbaodao.web;

/** Cells of files that office programs open: never computed. */
public final class CsvCell {

    private CsvCell() {
    }

    /** Quoted, whatever it holds. */
    public static String of(Object value) {
        return '"' + text(value == null ? "" : value.toString()).replace("\"", "\"\"") + '"';
    }

    /** Text that begins like a formula is shown as text, as OWASP advises. Still to be quoted. */
    public static String text(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
