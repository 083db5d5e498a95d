package org.shuangbaodao.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.shuangbaodao.kernel.Names;

/** The columns of a roster (花名册), found by what offices write above them. */
public enum RosterColumn {

    SEQUENCE("序号", "编号"),
    NAME("姓名", "名字", "党员姓名"),
    GENDER("性别"),
    BIRTH_DATE("出生日期", "出生年月", "出生年月日", "生日"),
    ID_NUMBER("身份证号", "身份证号码", "公民身份号码", "公民身份证号", "身份证", "证件号码"),
    CATEGORY("党员类别", "人员类别", "党员类型", "类别"),
    JOINED_ON("入党时间", "入党日期", "加入党组织日期", "入党年月"),
    BRANCH("所在党支部", "党支部", "支部", "所属党支部", "所在支部", "所属支部"),
    PHONE("联系电话", "手机", "手机号", "手机号码", "电话", "电话号码", "联系方式"),
    COMMUNITY("居住社区", "社区", "现居住社区", "居住地社区", "居住村社区"),
    STREET("居住街道", "街道", "居住乡镇", "乡镇街道", "所在街道"),
    SKILLS("专业特长", "特长"),
    REMARK("备注", "说明");

    /** What a roster cannot do without; everything else may be left out. */
    static final List<RosterColumn> NEEDED = List.of(NAME, BRANCH);

    private static final Map<String, RosterColumn> BY_HEADER = Stream.of(values())
            .flatMap(column -> column.headers.stream().map(header -> Map.entry(header, column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> headers;

    RosterColumn(String... headers) {
        this.headers = List.of(headers);
    }

    /** Whether a row without it cannot be taken. */
    public boolean isNeeded() {
        return NEEDED.contains(this) || this == CATEGORY;
    }

    /** What the column is called in the form everybody uses. */
    String header() {
        return headers.get(0);
    }

    /** Blanks, stars and remarks in brackets do not count: {@code *姓 名(必填)}. */
    static Optional<RosterColumn> of(String header) {
        String plain = Names.tidy(header).replaceAll("\\([^)]*\\)|[\\s*:、/]", "");
        return Optional.ofNullable(BY_HEADER.get(plain));
    }

    static String headersOf(List<RosterColumn> columns) {
        Function<RosterColumn, String> header = RosterColumn::header;
        return columns.stream().map(header).collect(Collectors.joining("、"));
    }
}
