package org.shuangbaodao.award;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.web.Form;

/**
 * Which of the records that wait somebody wants to look at. Kept in the address of the page: it can be sent to a colleague, and
 * stays after a decision.
 *
 * @param activity {@link #PERSONAL}, the id of an activity, or empty
 * @param place code of an organization, of either tree: what happened or whose member it was in it or below
 * @param marks all of them have to be there
 * @param person part of a name, or a member's number
 */
record QueueFilter(String activity, String place, LocalDate from, LocalDate to, Set<Mark> marks, String person) {

    /** Chosen instead of an activity: 个人服务. */
    static final String PERSONAL = "personal";
    static final QueueFilter NONE = new QueueFilter("", "", null, null, Set.of(), "");

    private static final int LONGEST_NAME = 60;

    /** What makes a record one to look at twice. */
    enum Mark {
        BEHALF("r.enteredBy <> r.memberId"),
        LATE("r.lateness <> IN_TIME"),
        LONG_DAY("r.longDay = true"),
        OVERLAP("r.overlapping = true"),
        HELD("r.heldAt is not null");

        private final String condition;

        Mark(String condition) {
            this.condition = condition;
        }

        /** As it stands in addresses. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What was asked for; a day that is none is refused beside its field. */
    static QueueFilter of(Form asked) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            if (asked.is("mark", mark.key())) {
                marks.add(mark);
            }
        }
        String person = Names.tidy(asked.value("q"));
        return new QueueFilter(asked.value("activity"), asked.value("place"), day(asked, "from"), day(asked, "to"), marks,
                person.length() > LONGEST_NAME ? person.substring(0, LONGEST_NAME) : person);
    }

    private static LocalDate day(Form asked, String field) {
        return asked.value(field).isEmpty() ? null : asked.date(field);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    boolean wants(Mark mark) {
        return marks.contains(mark);
    }

    /** The same as part of an address, beginning with {@code &}, or empty. */
    String query() {
        List<String> pairs = new ArrayList<>();
        add(pairs, "activity", activity);
        add(pairs, "place", place);
        add(pairs, "from", from == null ? "" : from.toString());
        add(pairs, "to", to == null ? "" : to.toString());
        marks.stream().sorted().forEach(mark -> add(pairs, "mark", mark.key()));
        add(pairs, "q", person);
        return String.join("", pairs);
    }

    private static void add(List<String> pairs, String name, String value) {
        if (!value.isEmpty()) {
            pairs.add("&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    /**
     * Conditions on the record {@code r}.
     *
     * @param reached path of the organization named as {@link #place}; empty where there is none of that code
     * @param bound takes what the conditions name
     */
    String conditions(Optional<String> reached, Map<String, Object> bound) {
        StringBuilder text = new StringBuilder();
        if (activity.equals(PERSONAL)) {
            text.append(" and r.activityId is null");
        } else if (!activity.isEmpty()) {
            text.append(" and r.activityId = :activity");
            bound.put("activity", Ids.parse(activity).orElse(0L));
        }
        if (!place.isEmpty()) {
            text.append(" and exists (select p.id from Organization p where p.id in (r.branchId, r.communityId)"
                    + " and p.path like :place)");
            bound.put("place", reached.map(path -> path + "%").orElse(""));
        }
        if (from != null) {
            text.append(" and r.startedAt >= :from");
            bound.put("from", from.atStartOfDay());
        }
        if (to != null) {
            text.append(" and r.startedAt < :to");
            bound.put("to", to.plusDays(1).atStartOfDay());
        }
        if (!person.isEmpty()) {
            text.append(" and exists (select m.id from Member m where m.id = r.memberId"
                    + " and (m.number = :number or m.name like :name escape '!'))");
            bound.put("number", person.toUpperCase(Locale.ROOT));
            bound.put("name", "%" + person.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        marks.stream().sorted().forEach(mark -> text.append(" and ").append(mark.condition));
        return text.toString();
    }
}
