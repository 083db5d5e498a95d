package org.shuangbaodao.oversight;

/** One cell of a file that office programs open: quoted, and never computed. */
final class CsvCell {

    private CsvCell() {
    }

    /** What begins like a formula is shown as text, as OWASP advises. */
    static String of(Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
