package org.shuangbaodao.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Administrators shut and reopen accounts by number; whose they are, they do not learn here. */
@Path("/accounts")
@RolesAllowed(Actor.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
class AccountPages {

    /** @param exists whether this person has an account at all */
    record Found(String number, boolean exists, boolean active) {
    }

    private final Accounts accounts;
    private final Members members;
    private final CurrentActor actor;
    private final Flash flash;

    AccountPages(Accounts accounts, Members members, CurrentActor actor, Flash flash) {
        this.accounts = accounts;
        this.members = members;
        this.actor = actor;
        this.flash = flash;
    }

    @GET
    public TemplateInstance find(@RestQuery String member) {
        if (member == null || member.isBlank()) {
            return Templates.accounts(null);
        }
        Member found = members.byNumber(member.strip());
        return Templates.accounts(accounts.stateOf(found.id)
                .map(state -> new Found(found.number, true, state == Account.State.ACTIVE))
                .orElseGet(() -> new Found(found.number, false, false)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String member, @RestForm String active) {
        Member found = members.byNumber(member);
        if ("yes".equals(active)) {
            accounts.enable(found.id, actor.memberId());
            flash.success("identity:account_enabled");
        } else {
            accounts.disable(found.id, actor.memberId());
            flash.success("identity:account_disabled");
        }
        return Redirect.to("/accounts?member=" + found.number);
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {

        static native TemplateInstance accounts(Found found);
    }
}
