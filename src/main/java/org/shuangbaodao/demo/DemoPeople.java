package org.shuangbaodao.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.identity.Accounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Appointments;
import org.shuangbaodao.member.ConsentEvent;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.MemberCategory;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.RosterState;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.roster.RosterImports;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The people of the sample roster in their branches, staff in the communities, offices, consents and check-ins. */
@ApplicationScoped
class DemoPeople {

    /** The member of the demo belongs to this branch: large enough to stand on the boards by itself. */
    private static final String BRANCH = "区财政局机关党支部";
    private static final int SMALLEST_WITH_DEPUTY = 10;

    private final RosterImports imports;
    private final Organizations organizations;
    private final Appointments appointments;
    private final Accounts accounts;
    private final Consents consents;
    private final CheckIns checkIns;
    private final EntityManager database;
    private final BusinessTime time;

    DemoPeople(RosterImports imports, Organizations organizations, Appointments appointments, Accounts accounts,
            Consents consents, CheckIns checkIns, EntityManager database, BusinessTime time) {
        this.imports = imports;
        this.organizations = organizations;
        this.appointments = appointments;
        this.accounts = accounts;
        this.consents = consents;
        this.checkIns = checkIns;
        this.database = database;
        this.time = time;
    }

    /**
     * Everybody the service months need.
     *
     * @param secretaries by branch; a branch without one is vacant
     * @param hosts secretary of each community that takes part, by community
     * @param home the community each member serves in, by member
     */
    record Cast(List<Affiliation> members, Map<Long, Long> secretaries, Map<Long, Long> hosts, Map<Long, Long> home,
            Map<DemoLogin, Long> actors, long demoBranch, long demoCommunity) {

        long actor(DemoLogin login) {
            return actors.get(login);
        }

        long demoMember() {
            return actor(DemoLogin.MEMBER);
        }
    }

    Cast enrol(List<Organization> communities, String password, Random random) {
        DemoNames names = new DemoNames(random);
        Map<DemoLogin, Long> actors = officers(names);
        takeRoster(actors.get(DemoLogin.COMMITTEE));
        List<Affiliation> members = QuarkusTransaction.requiringNew().call(this::approveAll);
        Map<Long, Long> secretaries = new HashMap<>();
        QuarkusTransaction.requiringNew().run(() -> appointSecretaries(members, secretaries));
        Map<Long, Long> hosts = new HashMap<>();
        QuarkusTransaction.requiringNew().run(() -> appointHosts(communities, hosts, names));
        QuarkusTransaction.requiringNew().run(() -> consent(members, random));

        long branch = organizations.find(codeOf(BRANCH)).orElseThrow().id;
        List<Long> others = members.stream().filter(each -> each.branchId == branch).map(each -> each.memberId)
                .filter(each -> !secretaries.containsValue(each)).toList();
        long member = others.get(4);
        QuarkusTransaction.requiringNew()
                .run(() -> appointments.install(others.get(5), branch, Office.BRANCH_COMMITTEE_MEMBER));
        Map<Long, Long> home = checkIn(members, communities, hosts, member, random);
        actors.put(DemoLogin.MEMBER, member);
        actors.put(DemoLogin.SECRETARY, secretaries.get(branch));
        actors.put(DemoLogin.COLLEAGUE, others.get(5));
        actors.put(DemoLogin.COMMUNITY, hosts.get(home.get(member)));
        // What takes one level up, long days and late entries, can be tried with the demo's logins.
        QuarkusTransaction.requiringNew().run(() -> appointments.install(actors.get(DemoLogin.COMMITTEE),
                organizations.byId(home.get(member)).parentId, Office.COMMITTEE_OFFICER));
        actors.forEach((login, person) -> accounts.install(person, login.login(), password));
        return new Cast(members, secretaries, hosts, home, actors, branch, home.get(member));
    }

    private String codeOf(String branchName) {
        return Organization.<Organization> find("kind = ?1 and name = ?2", OrganizationKind.BRANCH, branchName)
                .firstResult().code;
    }

    private Map<DemoLogin, Long> officers(DemoNames names) {
        Map<DemoLogin, Long> actors = new EnumMap<>(DemoLogin.class);
        QuarkusTransaction.requiringNew().run(() -> {
            Organization root = organizations.byCode(DemoTrees.ROOT);
            actors.put(DemoLogin.COMMITTEE, staff(names, root, Office.COMMITTEE_OFFICER));
            staff(names, root, Office.COMMITTEE_OFFICER);
            actors.put(DemoLogin.AUDITOR, staff(names, root, Office.AUDITOR));
            actors.put(DemoLogin.ADMIN, staff(names, root, Office.ADMINISTRATOR));
            staff(names, root, Office.ADMINISTRATOR);
            Organization district = organizations.byCode(DemoTrees.DISTRICT);
            appointments.install(actors.get(DemoLogin.COMMITTEE), district.id, Office.COMMITTEE_OFFICER);
            staff(names, district, Office.COMMITTEE_OFFICER);
            organizations.below(district, OrganizationKind.STREET)
                    .forEach(street -> staff(names, street, Office.COMMITTEE_OFFICER));
        });
        return actors;
    }

    private long staff(DemoNames names, Organization organization, Office office) {
        Member member = new Member(MemberCategory.STAFF, names.next(), time.now());
        member.persist();
        database.flush();
        agreeToAll(member.id);
        appointments.install(member.id, organization.id, office);
        return member.id;
    }

    private void agreeToAll(long memberId) {
        consents.decide(memberId, Map.of(ConsentPurpose.RECORDING, true, ConsentPurpose.EXCHANGE, true), memberId,
                ConsentEvent.Channel.PAGE);
    }

    private void takeRoster(long officerId) {
        try (InputStream roster = DemoPeople.class.getResourceAsStream("/demo/roster-sample.csv")) {
            long imported = imports.check(roster, "党员花名册.csv", officerId);
            imports.apply(imported, DemoTrees.BEGINNING, officerId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // As if every branch had looked at its roster on its first day.
    private List<Affiliation> approveAll() {
        List<Affiliation> members = Affiliation.list("order by branchId, memberId");
        members.forEach(each -> {
            each.rosterState = RosterState.APPROVED;
            each.approvedAt = time.now();
        });
        return members;
    }

    // Two branches stay vacant, so that the superior committee has something to do.
    private void appointSecretaries(List<Affiliation> members, Map<Long, Long> secretaries) {
        Map<Long, List<Long>> byBranch = new HashMap<>();
        members.forEach(each -> byBranch.computeIfAbsent(each.branchId, key -> new ArrayList<>()).add(each.memberId));
        byBranch.entrySet().stream().sorted(Map.Entry.comparingByKey()).skip(2).forEach(branch -> {
            long secretary = branch.getValue().get(0);
            appointments.install(secretary, branch.getKey(), Office.BRANCH_SECRETARY);
            secretaries.put(branch.getKey(), secretary);
            if (branch.getValue().size() >= SMALLEST_WITH_DEPUTY) {
                appointments.install(branch.getValue().get(1), branch.getKey(), Office.BRANCH_DEPUTY);
            }
        });
    }

    private void appointHosts(List<Organization> communities, Map<Long, Long> hosts, DemoNames names) {
        for (Organization community : communities) {
            hosts.put(community.id, staff(names, community, Office.COMMUNITY_SECRETARY));
            Organization grid = organizations.below(community, OrganizationKind.GRID).get(0);
            staff(names, grid, Office.GRID_LEAD);
        }
    }

    private void consent(List<Affiliation> members, Random random) {
        for (Affiliation each : members) {
            consents.decide(each.memberId, Map.of(ConsentPurpose.RECORDING, true, ConsentPurpose.EXCHANGE, true,
                    ConsentPurpose.PUBLIC_NAME, random.nextInt(10) < 6), each.memberId, ConsentEvent.Channel.PAGE);
        }
    }

    private Map<Long, Long> checkIn(List<Affiliation> members, List<Organization> communities, Map<Long, Long> hosts,
            long demoMember, Random random) {
        Period year = Period.quarterOf(time.today()).year();
        Instant asked = year.firstDay().plusDays(9).atTime(9, 0).atZone(BusinessTime.ZONE).toInstant();
        List<CheckIns.Decided> decided = new ArrayList<>();
        Map<Long, Long> home = new HashMap<>();
        for (Affiliation each : members) {
            // Squared: some communities have many members registered, some few.
            int place = each.memberId == demoMember ? 0
                    : (int) (Math.pow(random.nextDouble(), 2) * communities.size());
            long community = communities.get(place).id;
            home.put(each.memberId, community);
            decided.add(new CheckIns.Decided(each.memberId, community, null, year, "", asked, hosts.get(community), asked,
                    year.firstDay().plusDays(9)));
        }
        checkIns.install(decided);
        return home;
    }
}
