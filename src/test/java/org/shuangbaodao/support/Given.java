package org.shuangbaodao.support;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.identity.TestAccounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Appointment;
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
import org.shuangbaodao.organization.Organizations.Foundation;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * What a test starts from, made anew for each test:
 * {@code Town town = given.town(); Member member = given.member(town.branch())}.
 * Everything is committed when the call returns, so that it can be seen over HTTP.
 */
@ApplicationScoped
public class Given {

    public static final String PASSWORD = "correct horse 7 battery";
    /** Every organization and membership begins on this day unless a test says otherwise. */
    public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private static final String BEGINNING = "0".repeat(64);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Organizations organizations;
    private final Appointments appointments;
    private final Consents consents;
    private final TestAccounts accounts;
    private final BusinessTime time;
    private final EntityManager database;
    private final Owner owner;

    Given(Organizations organizations, Appointments appointments, Consents consents, TestAccounts accounts, BusinessTime time,
            EntityManager database, Owner owner) {
        this.organizations = organizations;
        this.appointments = appointments;
        this.consents = consents;
        this.accounts = accounts;
        this.time = time;
        this.database = database;
        this.owner = owner;
    }

    /**
     * Both trees with one organization of each kind, its own for each call: area → street → community → grid, and working
     * committee → committee → branch; the branch sits on the community.
     */
    public record Town(Organization area, Organization street, Organization community, Organization grid,
            Organization workingCommittee, Organization committee, Organization branch) {
    }

    public Town town() {
        Organization area = organization(OrganizationKind.AREA, null, null);
        Organization street = organization(OrganizationKind.STREET, area, null);
        Organization community = organization(OrganizationKind.COMMUNITY, street, null);
        Organization grid = organization(OrganizationKind.GRID, community, null);
        Organization top = organization(OrganizationKind.WORKING_COMMITTEE, null, street);
        Organization committee = organization(OrganizationKind.COMMITTEE, top, street);
        Organization branch = organization(OrganizationKind.BRANCH, committee, community);
        return new Town(area, street, community, grid, top, committee, branch);
    }

    public Organization community(Organization street) {
        return organization(OrganizationKind.COMMUNITY, street, null);
    }

    public Organization grid(Organization community) {
        return organization(OrganizationKind.GRID, community, null);
    }

    public Organization branch(Organization committee) {
        return organization(OrganizationKind.BRANCH, committee, null);
    }

    /** Any organization; parent and seat may be null. */
    public Organization organization(OrganizationKind kind, Organization parent, Organization seat) {
        return organization(kind, parent, seat, kind == OrganizationKind.COMMITTEE);
    }

    /** @param unit whether it is the top party organization of an employer */
    public Organization organization(OrganizationKind kind, Organization parent, Organization seat, boolean unit) {
        String code = "t" + Ids.text(Ids.next()).toLowerCase();
        Organization founded = organizations.found(new Foundation(code, kind,
                "测试%s%d".formatted(kind.name(), COUNTER.incrementAndGet()), parent == null ? null : parent.code,
                seat == null ? null : seat.code, unit, LONG_AGO), null);
        if (kind == OrganizationKind.BRANCH) {
            openBooks(founded.id);
        }
        return founded;
    }

    /** A branch like {@link #branch}, in whose books nothing was ever opened. */
    public Organization branchWithoutBooks(Organization committee) throws SQLException {
        Organization branch = branch(committee);
        owner.forgetBooksOf(branch.id);
        return branch;
    }

    // Tests go back and forth in time: whatever quarters others have closed by then, each branch can book in all of them.
    private void openBooks(long branchId) {
        QuarkusTransaction.requiringNew().run(() -> database
                .createNativeQuery(
                        "insert into ledger_branch (branch_id, sequence, head, open_from) values (?, 0, ?, '2000-Q1')")
                .setParameter(1, branchId).setParameter(2, BEGINNING).executeUpdate());
    }

    /** A full member on the branch's approved roster, with an account, who agreed to recording and exchange. */
    public Member member(Organization branch) {
        return person().in(branch).saved();
    }

    /** Somebody without a branch who holds this office: community staff, officers, auditors, administrators. */
    public Member holder(Office office, Organization organization) {
        return person().holding(office, organization).saved();
    }

    /** A member of the branch who is its secretary. */
    public Member secretary(Organization branch) {
        return person().in(branch).holding(Office.BRANCH_SECRETARY, branch).saved();
    }

    /** A member of the branch who is its deputy secretary. */
    public Member deputy(Organization branch) {
        return person().in(branch).holding(Office.BRANCH_DEPUTY, branch).saved();
    }

    public Member communitySecretary(Organization community) {
        return holder(Office.COMMUNITY_SECRETARY, community);
    }

    public Member gridLead(Organization grid) {
        return holder(Office.GRID_LEAD, grid);
    }

    /** Of a committee, a street or an area. */
    public Member officer(Organization organization) {
        return holder(Office.COMMITTEE_OFFICER, organization);
    }

    public Member auditor(Organization root) {
        return holder(Office.AUDITOR, root);
    }

    public Member administrator(Organization root) {
        return holder(Office.ADMINISTRATOR, root);
    }

    /** One more office for somebody; in force at once. */
    public Appointment appointed(Member member, Office office, Organization organization) {
        return appointments.install(member.id, organization.id, office);
    }

    public PersonBuilder person() {
        return new PersonBuilder();
    }

    /** A person in the making; {@link #saved()} writes it down. */
    public final class PersonBuilder {

        private final Map<ConsentPurpose, Boolean> words = new EnumMap<>(
                Map.of(ConsentPurpose.RECORDING, true, ConsentPurpose.EXCHANGE, true, ConsentPurpose.PUBLIC_NAME, false));
        private final Map<Office, Organization> held = new EnumMap<>(Office.class);
        private String name = "测试员" + COUNTER.incrementAndGet();
        private MemberCategory category;
        private LocalDate birthDate = LocalDate.of(1980, 1, 1);
        private Organization branch;
        private LocalDate since = LONG_AGO;
        private RosterState roster = RosterState.APPROVED;
        private Organization residence;
        private boolean account = true;

        private PersonBuilder() {
        }

        public PersonBuilder named(String newName) {
            name = newName;
            return this;
        }

        public PersonBuilder category(MemberCategory newCategory) {
            category = newCategory;
            return this;
        }

        public PersonBuilder born(LocalDate day) {
            birthDate = day;
            return this;
        }

        public PersonBuilder in(Organization home) {
            branch = home;
            return this;
        }

        public PersonBuilder since(LocalDate day) {
            since = day;
            return this;
        }

        /** On the roster, but not yet approved by the branch. */
        public PersonBuilder pending() {
            roster = RosterState.PENDING;
            return this;
        }

        public PersonBuilder livingIn(Organization community) {
            residence = community;
            return this;
        }

        public PersonBuilder holding(Office office, Organization organization) {
            held.put(office, organization);
            return this;
        }

        public PersonBuilder agreeing(ConsentPurpose purpose) {
            words.put(purpose, true);
            return this;
        }

        public PersonBuilder refusing(ConsentPurpose purpose) {
            words.put(purpose, false);
            return this;
        }

        /** Never asked, never activated: as somebody just imported with a roster. */
        public PersonBuilder notActivated() {
            words.clear();
            account = false;
            return this;
        }

        /** Agreed on paper, holds no account. */
        public PersonBuilder withoutAccount() {
            account = false;
            return this;
        }

        public Member saved() {
            return QuarkusTransaction.joiningExisting().call(this::save);
        }

        private Member save() {
            MemberCategory kind = category != null ? category : branch == null ? MemberCategory.STAFF : MemberCategory.FULL;
            Member member = new Member(kind, name, time.now());
            member.birthDate = birthDate;
            member.residenceId = residence == null ? null : residence.id;
            member.persistAndFlush();
            if (branch != null) {
                Affiliation affiliation = new Affiliation(member.id, branch.id, since);
                affiliation.rosterState = roster;
                affiliation.approvedAt = roster == RosterState.APPROVED ? time.now() : null;
                affiliation.persist();
            }
            consents.decide(member.id, words, member.id, ConsentEvent.Channel.PAGE);
            held.forEach((office, organization) -> appointments.install(member.id, organization.id, office));
            if (account) {
                accounts.open(member.id, loginOf(member), PASSWORD);
            }
            return member;
        }
    }

    /** The login name of everybody made here; the password is {@link #PASSWORD}. */
    public static String loginOf(Member member) {
        return Names.fold(member.number);
    }
}
