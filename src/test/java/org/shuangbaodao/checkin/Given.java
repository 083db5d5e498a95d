package org.shuangbaodao.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Affiliation;
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

/** Builds what a check-in test stands on; every call makes something of its own. */
@ApplicationScoped
class Given {

    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);

    private final Organizations organizations;
    private final Consents consents;
    private final EntityManager database;

    Given(Organizations organizations, Consents consents, EntityManager database) {
        this.organizations = organizations;
        this.consents = consents;
        this.database = database;
    }

    /** A community in a street of its own. */
    @Transactional
    Organization community(String name) {
        Organization area = found(OrganizationKind.AREA, "测试区", null, false);
        Organization street = found(OrganizationKind.STREET, "测试街道" + area.code, area, false);
        return found(OrganizationKind.COMMUNITY, name, street, false);
    }

    @Transactional
    Organization grid(Organization community, String name) {
        return found(OrganizationKind.GRID, name, community, false);
    }

    /** A branch that is a unit of its own. */
    @Transactional
    Organization unit(String name) {
        Organization committee = found(OrganizationKind.COMMITTEE, "测试党委", null, false);
        return found(OrganizationKind.BRANCH, name, committee, true);
    }

    private Organization found(OrganizationKind kind, String name, Organization parent, boolean unit) {
        return organizations.found(new Foundation("T" + Ids.text(Ids.next()), kind, name, parent == null ? null : parent.code,
                null, unit, FOUNDED), null);
    }

    /** Approved on the branch's roster, with consent to recording and exchange. */
    @Transactional
    Member member(String name, Organization branch) {
        Member member = newcomer(name, branch, RosterState.APPROVED);
        consent(member, ConsentPurpose.RECORDING, true);
        consent(member, ConsentPurpose.EXCHANGE, true);
        return member;
    }

    @Transactional
    Member newcomer(String name, Organization branch, RosterState state) {
        Member member = new Member(MemberCategory.values()[0], name, Instant.parse("2025-01-01T00:00:00Z"));
        member.persist();
        Affiliation affiliation = new Affiliation(member.id, branch.id, FOUNDED);
        affiliation.rosterState = state;
        affiliation.persist();
        return member;
    }

    @Transactional
    void consent(Member member, ConsentPurpose purpose, boolean given) {
        consents.decide(member.id, Map.of(purpose, given), member.id, ConsentEvent.Channel.PAGE);
    }

    /** Puts somebody into an office without the two signatures it takes elsewhere. */
    @Transactional
    void office(Member member, Office office, Organization organization) {
        database.createNativeQuery(
                "insert into appointment (id, member_id, organization_id, office, valid_from, state, document,"
                        + " proposed_at, version) values (?1, ?2, ?3, ?4, ?5, 'IN_FORCE', '', ?6, 0)")
                .setParameter(1, Ids.next()).setParameter(2, member.id).setParameter(3, organization.id)
                .setParameter(4, office.name()).setParameter(5, FOUNDED).setParameter(6, Instant.parse("2025-01-01T00:00:00Z"))
                .executeUpdate();
    }
}
