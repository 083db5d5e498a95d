package org.shuangbaodao.member;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationAuthority;

/** Answers the organizations' questions about offices. */
@ApplicationScoped
class OfficeHolders implements OrganizationAuthority {

    private final Offices offices;
    private final Members members;
    private final BusinessTime time;

    OfficeHolders(Offices offices, Members members, BusinessTime time) {
        this.offices = offices;
        this.members = members;
        this.time = time;
    }

    @Override
    public boolean isOfficer(long memberId, Organization organization) {
        return offices.reaching(memberId, organization).contains(Office.COMMITTEE_OFFICER);
    }

    @Override
    public boolean isAdministrator(long memberId) {
        return Appointment.heldBy(memberId, time.today()).stream().anyMatch(held -> held.office == Office.ADMINISTRATOR);
    }

    @Override
    public List<OfficeHolder> inOffice(Organization organization) {
        List<Appointment> held = Appointment.in(organization.id, time.today());
        Map<Long, Member> persons = members.byIds(held.stream().flatMap(each -> Stream.of(each.memberId, each.standsInFor))
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        return held.stream().map(each -> new OfficeHolder(each.office.name(), persons.get(each.memberId).name,
                each.isStandIn() ? persons.get(each.standsInFor).name : null, each.validTo)).toList();
    }
}
