package org.shuangbaodao.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Gender;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.MemberProblem;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.member.RosterState;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.roster.RosterScope.Reach;

/** The rosters somebody's office lets him read: numbers masked, every look noted. */
@ApplicationScoped
class Rosters {

    /** More waiting branches than these are not approved from one page. */
    private static final int MOST_WAITING = 20;

    private final EntityManager database;
    private final RosterScope scope;
    private final Members members;
    private final Organizations organizations;
    private final PersonalFields fields;
    private final AuditTrail audit;

    Rosters(EntityManager database, RosterScope scope, Members members, Organizations organizations, PersonalFields fields,
            AuditTrail audit) {
        this.database = database;
        this.scope = scope;
        this.members = members;
        this.organizations = organizations;
        this.fields = fields;
        this.audit = audit;
    }

    /** Those who stand on a roster within reach at present, or wait to. */
    @Transactional
    PageOf<Entry> page(Search search, int page, long actorId) {
        List<Reach> reached = scope.of(actorId);
        String where = " from Member m join Affiliation a on a.memberId = m.id and a.validTo is null"
                + " join Organization o on o.id = a.branchId where " + within(reached)
                + (search.state == null ? "" : " and a.rosterState = :state")
                + (search.text.isEmpty() ? ""
                        : " and (m.name like :name or replace(m.sortKey, ' ', '') like :pinyin or m.number = :number"
                                + " or o.name like :name)");
        TypedQuery<Object[]> rows = bound(database.createQuery("select m, a, o" + where + " order by m.sortKey, m.id",
                Object[].class), reached, search);
        TypedQuery<Long> total = bound(database.createQuery("select count(*)" + where, Long.class), reached, search);
        List<Entry> items = rows.setFirstResult((page - 1) * PageOf.DEFAULT_SIZE).setMaxResults(PageOf.DEFAULT_SIZE)
                .getResultList().stream().map(row -> entry((Member) row[0], (Affiliation) row[1], (Organization) row[2]))
                .toList();
        audit.done(actorId, Audited.of("roster-list", "organization", reached.get(0).organization().id)
                .detail("rows=" + items.size()));
        return new PageOf<>(items, page, PageOf.DEFAULT_SIZE, total.getSingleResult());
    }

    /** Branches within reach whose rosters hold people to be approved. */
    List<Waiting> waiting(long actorId) {
        List<Reach> reached = scope.of(actorId);
        TypedQuery<Object[]> rows = database.createQuery("select o.code, o.name, count(*) from Affiliation a"
                + " join Organization o on o.id = a.branchId where a.rosterState = :pending and a.validTo is null and "
                + within(reached) + " group by o.code, o.name order by o.name", Object[].class);
        bind(rows, reached);
        return rows.setParameter("pending", RosterState.PENDING).setMaxResults(MOST_WAITING).getResultList().stream()
                .map(row -> new Waiting((String) row[0], (String) row[1], (Long) row[2])).toList();
    }

    /** One person with every branch he ever stood on the roster of. */
    @Transactional
    Person person(String number, long actorId) {
        Member member = members.byNumber(number);
        List<Affiliation> places = Affiliation.allOf(member.id);
        Map<Long, Organization> branches = organizations
                .byIds(places.stream().map(place -> place.branchId).collect(Collectors.toSet()));
        List<Reach> reached = scope.of(actorId);
        Affiliation latest = places.isEmpty() ? null : places.get(places.size() - 1);
        // Who only once belonged to a branch is no longer its business: it keeps its records, not the person.
        boolean seen = latest != null && reached.stream().anyMatch(reach -> reach.holds(branches.get(latest.branchId).path));
        if (!seen) {
            throw new Problem(MemberProblem.UNKNOWN);
        }
        audit.done(actorId, Audited.of("member-read", "member", member.id));
        List<Place> history = new ArrayList<>();
        for (Affiliation place : places) {
            history.add(0, new Place(Ids.text(place.id), branches.get(place.branchId).name, place.validFrom, place.validTo,
                    place.rosterState, place.declinedBecause));
        }
        String residence = Optional.ofNullable(member.residenceId).map(organizations::byId).map(each -> each.name).orElse("");
        return new Person(entry(member, latest, branches.get(latest.branchId)), member.gender, member.birthDate,
                member.joinedOn, member.skills, residence, history);
    }

    private Entry entry(Member member, Affiliation place, Organization branch) {
        return new Entry(member.number, member.name, member.category, branch.name, place.rosterState,
                masked(member.idNumberCipher), masked(member.phoneCipher));
    }

    private String masked(String cipher) {
        return cipher == null ? "" : PersonalFields.masked(fields.decrypt(cipher));
    }

    private static String within(List<Reach> reached) {
        return IntStream.range(0, reached.size()).mapToObj(i -> "o.path like :reach" + i)
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static void bind(TypedQuery<?> query, List<Reach> reached) {
        for (int i = 0; i < reached.size(); i++) {
            query.setParameter("reach" + i, reached.get(i).pattern());
        }
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, List<Reach> reached, Search search) {
        bind(query, reached);
        if (search.state != null) {
            query.setParameter("state", search.state);
        }
        if (!search.text.isEmpty()) {
            Map<String, String> values = new HashMap<>();
            values.put("name", "%" + search.text + "%");
            values.put("pinyin", search.text.replace(" ", "").toLowerCase(Locale.ROOT) + "%");
            values.put("number", search.text.toUpperCase(Locale.ROOT));
            values.forEach(query::setParameter);
        }
        return query;
    }

    /** @param text name, pinyin, number or branch; signs that mean something to the database are left out */
    record Search(String text, RosterState state) {

        Search {
            text = Names.tidy(text).replaceAll("[%_\\\\]", "");
        }

        public boolean isFor(String stateName) {
            return state != null && state.name().equals(stateName);
        }
    }

    record Entry(String number, String name, MemberCategory category, String branch, RosterState state, String idNumber,
            String phone) {
    }

    record Waiting(String code, String name, long rows) {
    }

    record Person(Entry entry, Gender gender, LocalDate birthDate, LocalDate joinedOn, String skills, String residence,
            List<Place> history) {
    }

    /** One stay on a roster. */
    record Place(String id, String branch, LocalDate from, LocalDate to, RosterState state, String declinedBecause) {
    }
}
