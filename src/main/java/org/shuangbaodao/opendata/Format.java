package org.shuangbaodao.opendata;

/** What a file is written in. */
enum Format {

    CSV("csv", "text/csv;charset=UTF-8"),
    JSON("json", "application/json");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }
}
