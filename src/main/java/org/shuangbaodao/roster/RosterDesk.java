package org.shuangbaodao.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.roster.KnownPersons.Keys;
import org.shuangbaodao.roster.KnownPersons.Known;
import org.shuangbaodao.roster.RosterChecker.Result;
import org.shuangbaodao.roster.RosterScope.Reach;

/** Judges rows: what each says for itself, whether it repeats another, whether the person is in the books. */
@ApplicationScoped
class RosterDesk {

    private final RosterScope scope;
    private final KnownPersons knownPersons;

    RosterDesk(RosterScope scope, KnownPersons knownPersons) {
        this.scope = scope;
        this.knownPersons = knownPersons;
    }

    /** Everything that stays the same from row to row, looked up once. */
    Session open(long actorId) {
        List<Reach> reached = scope.of(actorId);
        return new Session(scope.checkerFor(reached), reached);
    }

    /** What the rows say for themselves, in their order. */
    List<Result> read(Session session, List<RosterLine> lines) {
        return lines.stream().map(session.checker::check).toList();
    }

    /**
     * @param results what was read from the {@code lines}
     * @param importId rows of this import that were judged before count as the first of their kind
     * @param exceptLine a line that is judged again and does not repeat itself, 0 for none
     */
    List<Judged> judge(Session session, long importId, List<RosterLine> lines, List<Result> results, int exceptLine) {
        List<RosterPerson> persons = results.stream().map(Result::person).toList();
        List<Keys> keys = persons.stream().map(knownPersons::keysOf).toList();
        Map<Integer, Known> known = knownPersons.among(persons, keys);
        Map<String, Integer> first = new HashMap<>(knownPersons.firstLines(importId, keys, exceptLine));
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Finding> findings = new ArrayList<>(results.get(i).findings());
            repeated(keys.get(i), lines.get(i).line(), first, findings);
            inTheBooks(session, persons.get(i), known.get(i), findings);
            judged.add(Judged.of(lines.get(i), persons.get(i), keys.get(i), known.get(i), List.copyOf(findings)));
        }
        return judged;
    }

    private static void repeated(Keys keys, int line, Map<String, Integer> first, List<Finding> findings) {
        Integer byNumber = keys.number() == null ? null : first.putIfAbsent(keys.number(), line);
        Integer byWords = keys.words() == null ? null : first.putIfAbsent(keys.words(), line);
        Integer earlier = byNumber != null ? byNumber : byWords;
        if (earlier != null && earlier != line) {
            findings.add(Finding.of(FindingKind.REPEATED_IN_FILE, String.valueOf(earlier)));
        }
    }

    private static void inTheBooks(Session session, RosterPerson person, Known known, List<Finding> findings) {
        if (known == null) {
            return;
        }
        String who = known.number() + " " + known.maskedName();
        if (known.branchId() == null) {
            findings.add(Finding.of(FindingKind.KNOWN_BEFORE, who));
        } else if (known.branchId().equals(person.branchId())) {
            findings.add(Finding.of(FindingKind.ALREADY_ON_ROSTER, who));
        } else if (person.branchId() != null) {
            boolean reached = session.reached.stream().anyMatch(reach -> reach.holds(known.branchPath()));
            findings.add(Finding.of(FindingKind.ON_OTHER_ROSTER, who, reached ? known.branch() : ""));
        }
    }

    /** One person's work at the desk. */
    record Session(RosterChecker checker, List<Reach> reached) {
    }

    /** A row and what becomes of it. {@code memberId} is the person in the books, null for a new one. */
    record Judged(RosterLine line, RosterPerson person, Keys keys, List<Finding> findings, RosterRow.State state,
            Long memberId) {

        private static Judged of(RosterLine line, RosterPerson person, Keys keys, Known known, List<Finding> findings) {
            boolean bad = findings.stream().anyMatch(finding -> finding.kind().isError());
            boolean present = findings.stream().anyMatch(finding -> finding.kind() == FindingKind.ALREADY_ON_ROSTER);
            RosterRow.State state = bad ? RosterRow.State.BAD : present ? RosterRow.State.PRESENT : RosterRow.State.GOOD;
            return new Judged(line, person, keys, findings, state, known == null ? null : known.memberId());
        }
    }
}
