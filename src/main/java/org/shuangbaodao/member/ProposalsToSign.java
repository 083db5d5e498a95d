package org.shuangbaodao.member;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.organization.Organizations;

/** Proposals that wait for this reader's second signature, on his first page. */
@ApplicationScoped
class ProposalsToSign implements TodoSource {

    private final AppointmentBook book;
    private final Appointments appointments;
    private final Organizations organizations;

    ProposalsToSign(AppointmentBook book, Appointments appointments, Organizations organizations) {
        this.book = book;
        this.appointments = appointments;
        this.organizations = organizations;
    }

    @Override
    public List<Todo> of(Actor actor) {
        if (!actor.has(Actor.OFFICER) && !actor.has(Actor.ADMINISTRATOR)) {
            return List.of();
        }
        long mine = book.waiting(actor.memberId()).stream().filter(proposal -> appointments.maySign(actor.memberId(), proposal,
                organizations.byId(proposal.organizationId))).count();
        return List.of(new Todo("appointment:todo_signatures", mine, "/appointments"));
    }
}
