package org.shuangbaodao.ledger;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.rulebook.Reckoning;
import org.shuangbaodao.web.CurrentLocale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Says in the reader's language how an entry came about, from nothing but the parameters it carries. */
@ApplicationScoped
class Explanations {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ObjectMapper json;
    private final CurrentLocale locale;

    Explanations(ObjectMapper json, CurrentLocale locale) {
        this.json = json;
        this.locale = locale;
    }

    String of(LedgerEntry entry) {
        Map<String, Object> parameters = parameters(entry);
        String why = switch (entry.kind) {
            case SERVICE -> messages().explain_minutes(minute(parameters.get("from")), minute(parameters.get("to")),
                    number(parameters, "minutes"), entry.amount);
            case AWARD -> parameters.containsKey("times") ? item(entry, parameters) : award(entry, parameters);
            case CAP -> cap(entry, parameters);
            case REVERSAL -> messages().explain_reversal(reversed(entry));
            case DEDUCTION -> item(entry, parameters);
        };
        boolean late = !Period.quarterOf(entry.servedOn).key().equals(entry.period);
        return late ? why + " " + messages().booked_late(entry.period) : why;
    }

    private String award(LedgerEntry entry, Map<String, Object> parameters) {
        if (Boolean.TRUE.equals(parameters.get("workingTime"))) {
            return messages().explain_working_time(entry.ruleItem, entry.ruleVersion);
        }
        long minutes = number(parameters, "minutes");
        long unit = number(parameters, "unitMinutes");
        String whole = messages().explain_award(entry.ruleItem, entry.ruleVersion, minutes, minutes / unit, unit,
                Amounts.points(number(parameters, "unitPoints")), Amounts.points(number(parameters, "points")));
        if (parameters.containsKey("coefficient") && number(parameters, "coefficient") != 100) {
            whole += " " + messages().explain_coefficient(number(parameters, "coefficient"));
        }
        if (parameters.containsKey("perEvent")) {
            whole += " " + messages().explain_item_limit(Amounts.points(number(parameters, "perEvent")));
        }
        long dayMinutes = number(parameters, "dayMinutes");
        return dayMinutes == minutes ? whole
                : whole + " " + messages().explain_share(dayMinutes, Amounts.points(entry.amount));
    }

    // The amount is what the rule asks for less what such entries took before: both are said.
    private String cap(LedgerEntry entry, Map<String, Object> parameters) {
        long posted = number(parameters, "posted");
        if (!parameters.containsKey("cap")) {
            return messages().explain_cap_lifted(entry.ruleItem, entry.ruleVersion, Amounts.points(posted));
        }
        String cap = Amounts.points(number(parameters, "cap"));
        String deeds = Amounts.points(number(parameters, "deeds"));
        String before = Amounts.points(number(parameters, "before"));
        String rule = switch (Reckoning.Kind.valueOf(entry.sourceType)) {
            case DAILY_CAP -> messages().explain_daily_cap(entry.ruleItem, entry.ruleVersion, cap, deeds);
            case CYCLE_CAP -> messages().explain_cycle_cap(entry.ruleItem, entry.ruleVersion, cap, deeds, before);
            case YEAR_CAP -> messages().explain_year_cap(entry.ruleItem, entry.ruleVersion, cap, deeds, before);
            case HIGHEST_ONLY -> messages().explain_highest(entry.ruleItem, entry.ruleVersion, cap, deeds);
            case FLOOR -> messages().explain_floor(entry.ruleItem, entry.ruleVersion, deeds, before);
        };
        return posted == 0 ? rule : rule + " " + messages().explain_posted_before(Amounts.points(posted));
    }

    // What no service record stands behind: so many times so much.
    private String item(LedgerEntry entry, Map<String, Object> parameters) {
        long times = number(parameters, "times");
        String each = Amounts.points(number(parameters, "unitPoints"));
        String points = Amounts.points(entry.amount);
        if (entry.kind == EntryKind.DEDUCTION) {
            return messages().explain_deduction(entry.ruleItem, entry.ruleVersion, times, each, points);
        }
        String why = messages().explain_item(entry.ruleItem, entry.ruleVersion, times, each, points);
        return parameters.containsKey("perEvent")
                ? why + " " + messages().explain_item_limit(Amounts.points(number(parameters, "perEvent")))
                : why;
    }

    private String reversed(LedgerEntry entry) {
        LedgerEntry earlier = LedgerEntry.findById(entry.reverses);
        return earlier == null ? Ids.text(entry.reverses) : of(earlier);
    }

    private LedgerMessages messages() {
        return MessageBundles.get(LedgerMessages.class, Localized.Literal.of(locale.tag()));
    }

    private Map<String, Object> parameters(LedgerEntry entry) {
        try {
            return json.readValue(entry.parameters, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Map<String, Object> parameters, String name) {
        return ((Number) parameters.get(name)).longValue();
    }

    private static String minute(Object localDateTime) {
        return LocalDateTime.parse(localDateTime.toString()).format(MINUTE);
    }
}
