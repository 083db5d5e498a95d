package org.shuangbaodao.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.member.Gender;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.roster.PlaceDirectory.Place;

/**
 * Reads one row and says everything that is noticed about it. Looks at nothing but the row and the directories; whether the
 * person stands elsewhere is asked afterwards.
 */
final class RosterChecker {

    private static final int OF_AGE = 18;
    private static final int LONGEST_CELL = 200;
    private static final Map<String, MemberCategory> CATEGORIES = Map.ofEntries(
            Map.entry("正式党员", MemberCategory.FULL), Map.entry("正式", MemberCategory.FULL),
            Map.entry("预备党员", MemberCategory.PROBATIONARY), Map.entry("预备", MemberCategory.PROBATIONARY),
            Map.entry("离退休党员", MemberCategory.RETIRED), Map.entry("离退休", MemberCategory.RETIRED),
            Map.entry("退休党员", MemberCategory.RETIRED), Map.entry("离休党员", MemberCategory.RETIRED),
            Map.entry("流动党员", MemberCategory.MOBILE), Map.entry("流动", MemberCategory.MOBILE));
    private static final Map<String, Gender> GENDERS = Map.of("男", Gender.MALE, "女", Gender.FEMALE, "男性", Gender.MALE, "女性",
            Gender.FEMALE, "", Gender.UNSTATED);

    private final PlaceDirectory branches;
    private final PlaceDirectory communities;
    private final Predicate<String> branchElsewhere;
    private final LocalDate today;

    /**
     * @param branches those the reader may fill
     * @param branchElsewhere whether there is a branch of that name he may not fill
     */
    RosterChecker(PlaceDirectory branches, PlaceDirectory communities, Predicate<String> branchElsewhere, LocalDate today) {
        this.branches = branches;
        this.communities = communities;
        this.branchElsewhere = branchElsewhere;
        this.today = today;
    }

    Result check(RosterLine line) {
        return new Reading(line).result();
    }

    /** @param person parts that could not be understood are null */
    record Result(RosterPerson person, List<Finding> findings) {

        boolean isGood() {
            return findings.stream().noneMatch(finding -> finding.kind().isError());
        }
    }

    /** One row being read. */
    private final class Reading {

        private final RosterLine line;
        private final List<Finding> findings = new ArrayList<>();

        Reading(RosterLine line) {
            this.line = line;
        }

        Result result() {
            wholeRow();
            String name = name();
            String idNumber = idNumber();
            Optional<LocalDate> idDate = idNumber == null ? Optional.empty() : IdNumbers.birthDate(idNumber);
            LocalDate birthDate = birthDate(idDate);
            RosterPerson person = new RosterPerson(name, gender(), birthDate, idNumber, category(), joinedOn(birthDate),
                    branch(), phone(), community(), skills());
            return new Result(person, List.copyOf(findings));
        }

        private void found(FindingKind kind, String... values) {
            findings.add(Finding.of(kind, values));
        }

        private String tidy(RosterColumn column) {
            return Names.tidy(line.cell(column));
        }

        private void wholeRow() {
            String wide = line.cells().entrySet().stream().filter(cell -> isFullWidth(cell.getValue()))
                    .map(cell -> cell.getKey().header()).collect(Collectors.joining("、"));
            if (!wide.isEmpty()) {
                found(FindingKind.FULL_WIDTH, wide);
            }
            line.cells().forEach((column, text) -> {
                if (text.length() > LONGEST_CELL) {
                    found(FindingKind.CELL_TOO_LONG, column.header());
                }
                if (RosterCells.isFormula(text)) {
                    boolean needless = column == RosterColumn.REMARK || column == RosterColumn.SEQUENCE
                            || column == RosterColumn.SKILLS;
                    found(needless ? FindingKind.FORMULA_IGNORED : FindingKind.FORMULA, column.header());
                } else if (line.formulas().contains(column)) {
                    found(FindingKind.FORMULA_RESULT, column.header());
                }
            });
        }

        private String name() {
            String tidy = tidy(RosterColumn.NAME);
            if (tidy.isEmpty()) {
                found(FindingKind.NAME_MISSING);
                return null;
            }
            // 罗 秀静: two-character names are padded to line up; blanks between Latin words are part of the name.
            String name = tidy.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
            if (!name.equals(line.cell(RosterColumn.NAME)) && !isFullWidth(line.cell(RosterColumn.NAME))) {
                found(FindingKind.NAME_SPACES, name);
            }
            if (name.length() > 50 || !name.matches("[\\p{L}\\p{M}·. '-]+")) {
                found(FindingKind.NAME_MALFORMED);
                return null;
            }
            if (name.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
                found(FindingKind.RARE_CHARACTER, name);
            }
            return name;
        }

        private String idNumber() {
            String number = tidy(RosterColumn.ID_NUMBER).toUpperCase(Locale.ROOT).replaceAll("[\\s'-]", "");
            if (number.isEmpty()) {
                return null;
            }
            if (!IdNumbers.isComplete(number)) {
                found(FindingKind.ID_NUMBER_LENGTH, String.valueOf(number.length()));
                return null;
            }
            if (!IdNumbers.checks(number)) {
                found(number.endsWith("000") ? FindingKind.ID_NUMBER_ROUNDED : FindingKind.ID_NUMBER_CHECK_DIGIT);
                return null;
            }
            if (IdNumbers.birthDate(number).isEmpty()) {
                found(FindingKind.ID_NUMBER_DATE);
                return null;
            }
            return number;
        }

        private LocalDate birthDate(Optional<LocalDate> idDate) {
            Optional<RosterDates.Reading> written = date(RosterColumn.BIRTH_DATE, FindingKind.BIRTH_DATE_UNREADABLE);
            LocalDate date = written.map(RosterDates.Reading::date).orElse(null);
            boolean sameMonth = written.isPresent() && written.get().monthOnly() && idDate.isPresent()
                    && !idDate.get().isBefore(date) && !idDate.get().isAfter(written.get().latest());
            if (idDate.isPresent() && (tidy(RosterColumn.BIRTH_DATE).isEmpty() || sameMonth)) {
                found(FindingKind.BIRTH_DATE_FROM_ID_NUMBER, idDate.get().toString());
                date = idDate.get();
            } else if (date != null && idDate.isPresent() && !date.equals(idDate.get())) {
                found(FindingKind.BIRTH_DATE_DIFFERS, date.toString(), idDate.get().toString());
            } else if (tidy(RosterColumn.BIRTH_DATE).isEmpty()) {
                found(FindingKind.BIRTH_DATE_MISSING);
            }
            if (date != null && date.isAfter(today)) {
                found(FindingKind.BIRTH_DATE_FUTURE, date.toString());
            } else if (date != null && date.plusYears(OF_AGE).isAfter(today)) {
                found(FindingKind.UNDER_AGE);
            }
            return date;
        }

        private LocalDate joinedOn(LocalDate birthDate) {
            Optional<RosterDates.Reading> written = date(RosterColumn.JOINED_ON, FindingKind.JOINED_UNREADABLE);
            if (written.isEmpty()) {
                return null;
            }
            RosterDates.Reading joined = written.get();
            if (joined.monthOnly()) {
                found(FindingKind.DATE_MONTH_ONLY, RosterColumn.JOINED_ON.header(), joined.date().toString());
            }
            if (joined.date().isAfter(today)) {
                found(FindingKind.JOINED_FUTURE, joined.date().toString());
            } else if (birthDate != null && joined.latest().isBefore(birthDate)) {
                found(FindingKind.JOINED_BEFORE_BIRTH, joined.date().toString(), birthDate.toString());
            } else if (birthDate != null && joined.latest().isBefore(birthDate.plusYears(OF_AGE))) {
                found(FindingKind.JOINED_UNDER_AGE, joined.date().toString(), birthDate.toString());
            }
            return joined.date();
        }

        private Optional<RosterDates.Reading> date(RosterColumn column, FindingKind unreadable) {
            String text = tidy(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Optional<RosterDates.Reading> reading = RosterDates.read(text);
            if (reading.isEmpty()) {
                found(unreadable, text);
            } else if (!reading.get().standard()) {
                found(FindingKind.DATE_FORM, column.header(), text, reading.get().date().toString());
            }
            return reading;
        }

        private Gender gender() {
            Gender gender = GENDERS.get(tidy(RosterColumn.GENDER));
            if (gender == null) {
                found(FindingKind.GENDER_UNKNOWN, tidy(RosterColumn.GENDER));
            }
            return gender;
        }

        private MemberCategory category() {
            MemberCategory category = CATEGORIES.get(tidy(RosterColumn.CATEGORY).replaceFirst("^中共", ""));
            if (category == null) {
                found(FindingKind.CATEGORY_UNKNOWN, tidy(RosterColumn.CATEGORY), "正式党员、预备党员、离退休党员、流动党员");
            }
            return category;
        }

        private Long branch() {
            String text = tidy(RosterColumn.BRANCH).replace(" ", "");
            if (text.isEmpty()) {
                found(FindingKind.BRANCH_MISSING);
                return null;
            }
            List<Place> meant = branches.named(text);
            if (meant.isEmpty() && branchElsewhere.test(text)) {
                found(FindingKind.BRANCH_OUT_OF_REACH, text);
                return null;
            }
            if (meant.isEmpty()) {
                meant = branches.shortlyNamed(text);
                if (meant.size() == 1) {
                    found(FindingKind.BRANCH_SHORT, text, meant.get(0).name());
                }
            }
            if (meant.isEmpty()) {
                found(FindingKind.BRANCH_UNKNOWN, text, names(branches.nearest(text)));
            } else if (meant.size() > 1) {
                found(FindingKind.BRANCH_AMBIGUOUS, text, superiors(meant));
            }
            return meant.size() == 1 ? meant.get(0).id() : null;
        }

        private Long community() {
            String text = tidy(RosterColumn.COMMUNITY).replace(" ", "");
            String street = tidy(RosterColumn.STREET).replace(" ", "");
            if (text.isEmpty()) {
                found(FindingKind.COMMUNITY_MISSING);
                return null;
            }
            List<Place> meant = in(street, communities.named(text));
            if (meant.isEmpty()) {
                meant = in(street, communities.shortlyNamed(text));
                if (meant.size() == 1) {
                    found(FindingKind.COMMUNITY_SHORT, text, meant.get(0).withSuperior());
                }
            }
            if (meant.isEmpty()) {
                found(FindingKind.COMMUNITY_UNKNOWN, street + text, names(communities.nearest(text)));
            } else if (meant.size() > 1) {
                found(FindingKind.COMMUNITY_AMBIGUOUS, text, superiors(meant));
            }
            return meant.size() == 1 ? meant.get(0).id() : null;
        }

        private String phone() {
            String tidy = tidy(RosterColumn.PHONE);
            String digits = tidy.replaceAll("[\\s'()-]", "").replaceFirst("^(\\+86|0086)", "");
            if (digits.isEmpty()) {
                return null;
            }
            // A mobile number has 11 digits; a fixed line 10 to 12 with its area code, which begins with 0.
            boolean right = digits.matches("1\\d{10}") || digits.matches("0\\d{9,11}");
            if (!right) {
                found(FindingKind.PHONE_LENGTH, String.valueOf(digits.length()));
                return null;
            }
            if (!digits.equals(tidy)) {
                found(FindingKind.PHONE_PUNCTUATION);
            }
            return digits;
        }

        private String skills() {
            String text = tidy(RosterColumn.SKILLS);
            return RosterCells.isFormula(text) ? "" : text;
        }
    }

    private static List<Place> in(String street, List<Place> places) {
        return street.isEmpty() ? places
                : places.stream().filter(place -> place.above().equals(street) || place.above().contains(street)).toList();
    }

    private static String names(List<Place> places) {
        return places.stream().map(Place::withSuperior).collect(Collectors.joining("、"));
    }

    private static String superiors(List<Place> places) {
        return places.stream().map(Place::above).distinct().collect(Collectors.joining("、"));
    }

    private static boolean isFullWidth(String text) {
        return text.chars().anyMatch(character -> character >= '\uFF01' && character <= '\uFF5E' && character != '\uFF0C'
                && character != '\uFF08' && character != '\uFF09' && character != '\uFF1A' && character != '\uFF1B');
    }
}
