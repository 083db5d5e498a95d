package org.shuangbaodao.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.calendar.WorkingDays;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Letter;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.Escalations;

/**
 * Tells those above when it becomes their turn because those nearer stayed silent: once for what came to them on one day, with
 * all that waits there. Any replica may do it at any time: the key of the message holds the day, so nobody is told twice.
 */
@ApplicationScoped
class EscalationTidings {

    private static final int BATCH = 200;

    private final Escalations escalations;
    private final Inbox inbox;
    private final WorkingDays workingDays;
    private final BusinessTime time;
    private final EscalationTidings self;

    EscalationTidings(Escalations escalations, Inbox inbox, WorkingDays workingDays, BusinessTime time,
            EscalationTidings self) {
        this.escalations = escalations;
        this.inbox = inbox;
        this.workingDays = workingDays;
        this.time = time;
        this.self = self;
    }

    /** What came to one person: how much waits there, and on which day the last of it came. */
    private record Pile(int records, LocalDate lastDay) {

        Pile add(Pile other) {
            return new Pile(records + other.records, lastDay.isAfter(other.lastDay) ? lastDay : other.lastDay);
        }
    }

    void tell() {
        for (Map.Entry<Step, Map<Long, Pile>> step : piles().entrySet()) {
            List<Letter> letters = new ArrayList<>();
            step.getValue().forEach((person, pile) -> letters.add(new Letter(person, word(step.getKey(), pile))));
            for (int from = 0; from < letters.size(); from += BATCH) {
                self.send(letters.subList(from, Math.min(from + BATCH, letters.size())));
            }
        }
    }

    private Map<Step, Map<Long, Pile>> piles() {
        AgeClasses ages = AgeClasses.on(time.today(), workingDays);
        Map<Step, Map<Long, Pile>> piles = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            Map<Long, Pile> byPerson = piles.computeIfAbsent(step, key -> new TreeMap<>());
            Escalations.Batch batch = escalations.after(step, ages.escalated(), Long.MIN_VALUE, BATCH);
            while (batch.lastId() != null) {
                batch.turns().forEach(turn -> byPerson.merge(turn.personId(), new Pile(1, turn.since()), Pile::add));
                batch = escalations.after(step, ages.escalated(), batch.lastId(), BATCH);
            }
        }
        return piles;
    }

    @Transactional
    @Retried
    void send(List<Letter> letters) {
        inbox.tellEach(letters);
    }

    private static Word word(Step step, Pile pile) {
        boolean award = step == Step.AWARD;
        return Word.of(award ? OversightTiding.TO_AWARD : OversightTiding.TO_CONFIRM,
                "/review?step=" + (award ? "award" : "confirmation"), "escalated/%s/%s".formatted(step, pile.lastDay),
                pile.records);
    }
}
