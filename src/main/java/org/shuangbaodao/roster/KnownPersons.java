package org.shuangbaodao.roster;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.member.PersonalFields;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Finds out whether a person is in the books already: by the blind index of the id number, or by name, birth date and branch
 * together.
 */
@ApplicationScoped
class KnownPersons {

    private final EntityManager database;
    private final PersonalFields fields;

    KnownPersons(EntityManager database, PersonalFields fields) {
        this.database = database;
        this.fields = fields;
    }

    Keys keysOf(RosterPerson person) {
        String number = person.idNumber() == null ? null : fields.blindIndex(person.idNumber());
        boolean whole = person.name() != null && person.birthDate() != null && person.branchId() != null;
        String words = whole ? fields.blindIndex("%s|%s|%d".formatted(person.name(), person.birthDate(), person.branchId()))
                : null;
        return new Keys(number, words);
    }

    /** Those of the {@code persons} who are in the books, by the position in the list. */
    Map<Integer, Known> among(List<RosterPerson> persons, List<Keys> keys) {
        Map<String, Known> byNumber = new HashMap<>();
        Map<String, Known> byWords = new HashMap<>();
        numbered(keys.stream().map(Keys::number).filter(Objects::nonNull).toList())
                .forEach(known -> byNumber.put(known.key, known));
        named(persons).forEach(known -> byWords.put(known.key, known));
        Map<Integer, Known> found = new HashMap<>();
        for (int i = 0; i < persons.size(); i++) {
            Known known = byNumber.get(keys.get(i).number);
            if (known == null) {
                known = byWords.get(words(persons.get(i)));
            }
            if (known != null) {
                found.put(i, known);
            }
        }
        return found;
    }

    /** The first line of the import in which a key stands already. */
    Map<String, Integer> firstLines(long importId, Collection<Keys> keys, int exceptLine) {
        Map<String, Integer> lines = new HashMap<>();
        firstLines(importId, "idNumberIndex", keys.stream().map(Keys::number).filter(Objects::nonNull).toList(), exceptLine,
                lines);
        firstLines(importId, "personIndex", keys.stream().map(Keys::words).filter(Objects::nonNull).toList(), exceptLine,
                lines);
        return lines;
    }

    private void firstLines(long importId, String column, List<String> wanted, int exceptLine, Map<String, Integer> lines) {
        if (wanted.isEmpty()) {
            return;
        }
        database.createQuery("select r." + column + ", min(r.line) from RosterRow r where r.importId = :id and r." + column
                + " in :keys and r.line <> :except group by r." + column, Object[].class)
                .setParameter("id", importId).setParameter("keys", wanted).setParameter("except", exceptLine).getResultList()
                .stream()
                .forEach(row -> lines.put((String) row[0], (Integer) row[1]));
    }

    private List<Known> numbered(List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return database.createQuery("select m.idNumberIndex, m.id, m.number, m.name, a.branchId, o.name, o.path from Member m"
                + " left join Affiliation a on a.memberId = m.id and a.validTo is null"
                + " left join Organization o on o.id = a.branchId where m.idNumberIndex in :numbers", Object[].class)
                .setParameter("numbers", numbers).getResultList().stream()
                .map(row -> new Known((String) row[0], (Long) row[1], (String) row[2], (String) row[3], (Long) row[4],
                        (String) row[5], (String) row[6]))
                .toList();
    }

    // Pair by pair: asked for any of these names born on any of these days, a server reads far more rows than it returns.
    private List<Known> named(List<RosterPerson> persons) {
        List<RosterPerson> whole = persons.stream().filter(person -> words(person) != null).toList();
        if (whole.isEmpty()) {
            return List.of();
        }
        NativeQuery<Object[]> query = database.unwrap(Session.class)
                .createNativeQuery("select m.name, m.birth_date, a.branch_id,"
                        + " m.id, m.number, o.name as branch, o.path from member m"
                        + " join affiliation a on a.member_id = m.id and a.valid_to is null"
                        + " join organization o on o.id = a.branch_id where "
                        + String.join(" or ", Collections.nCopies(whole.size(), "(m.name = ? and m.birth_date = ?)")),
                        Object[].class);
        for (int i = 0; i < whole.size(); i++) {
            query.setParameter(2 * i + 1, whole.get(i).name()).setParameter(2 * i + 2, whole.get(i).birthDate());
        }
        return query.getResultList().stream().map(row -> new Known(row[0] + "|" + row[1] + "|" + row[2], (Long) row[3],
                (String) row[4], (String) row[0], (Long) row[2], (String) row[5], (String) row[6])).toList();
    }

    private static String words(RosterPerson person) {
        boolean whole = person.name() != null && person.birthDate() != null && person.branchId() != null;
        return whole ? person.name() + "|" + person.birthDate() + "|" + person.branchId() : null;
    }

    /** What a person is found by, blinded; null where the row does not give it. */
    record Keys(String number, String words) {
    }

    /** @param branchId where the person belongs at present, null when nowhere */
    record Known(String key, long memberId, String number, String name, Long branchId, String branch, String branchPath) {

        /** Enough to recognise somebody by, not enough to learn who it is: 王**. */
        String maskedName() {
            int first = name.offsetByCodePoints(0, Math.min(1, name.length()));
            return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
        }
    }
}
