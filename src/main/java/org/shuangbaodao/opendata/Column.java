package org.shuangbaodao.opendata;

import java.math.BigDecimal;
import java.util.function.BiFunction;

import org.shuangbaodao.board.OrganizationItem;
import org.shuangbaodao.web.CsvCell;

/** The columns of a file, in their order. Their headers are the names of the fields in the API, and stay. */
enum Column {

    PERIOD("period", "string", (file, row) -> file.period()),
    WITHIN("within", "string", (file, row) -> file.within()),
    ASOF("asOf", "dateTime", (file, row) -> file.asOf()),
    PROVISIONAL("provisional", "boolean", (file, row) -> file.provisional()),
    RANK("rank", "positiveInteger", (file, row) -> row.rank()),
    BAND("band", "string", (file, row) -> row.band()),
    CODE("code", "string", (file, row) -> CsvCell.text(row.code())),
    NAME("name", "string", (file, row) -> CsvCell.text(row.name())),
    MERGED("merged", "positiveInteger", (file, row) -> row.merged()),
    MEMBERS("members", "positiveInteger", (file, row) -> row.members()),
    POINTS("points", "decimal", (file, row) -> plain(row.points())),
    MINUTES("minutes", "integer", (file, row) -> row.minutes()),
    EACH("perMember", "decimal", (file, row) -> plain(row.perMember())),
    PARTICIPANTS("participants", "nonNegativeInteger", (file, row) -> row.participants()),
    PARTICIPATION("participation", "nonNegativeInteger", (file, row) -> row.participation()),
    CHANGE("change", "integer", (file, row) -> row.change()),
    ENTERED("entered", "boolean", (file, row) -> row.entered());

    private final String header;
    private final String type;
    private final BiFunction<JsonFile, OrganizationItem, Object> cell;

    Column(String header, String type, BiFunction<JsonFile, OrganizationItem, Object> cell) {
        this.header = header;
        this.type = type;
        this.cell = cell;
    }

    /** Stable. */
    public String header() {
        return header;
    }

    /** As CSV on the Web calls it. */
    public String type() {
        return type;
    }

    /** Whether no row is without it. */
    boolean isAlwaysThere() {
        return switch (this) {
            case WITHIN, RANK, BAND, MERGED, PARTICIPANTS, PARTICIPATION, CHANGE, ENTERED -> false;
            default -> true;
        };
    }

    Object of(JsonFile file, OrganizationItem row) {
        return cell.apply(file, row);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
