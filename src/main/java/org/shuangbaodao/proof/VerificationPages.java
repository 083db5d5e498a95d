package org.shuangbaodao.proof;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.Form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/** Verifies the books of one branch now, and whether an old head printed on paper is still in them. */
@Path("/ledger/verify")
@RolesAllowed({ Actor.AUDITOR, Actor.OFFICER })
@Produces(MediaType.TEXT_HTML)
class VerificationPages {

    /** Shown; all are counted. */
    private static final int SHOWN = 200;

    private final BranchVerification verification;
    private final CurrentActor actor;

    VerificationPages(BranchVerification verification, CurrentActor actor) {
        this.verification = verification;
        this.actor = actor;
    }

    @GET
    public TemplateInstance blank(@RestQuery String branch) {
        return Templates.verify(Form.blank().with("branch", branch), null);
    }

    /** Not redirected: what was found is of this moment. Safe to repeat. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response verify(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        OldHead head = OldHead.parse(form.value("head")).orElse(null);
        if (head == null && !form.value("head").isEmpty()) {
            form.reject("head", "malformed");
        }
        String branch = form.value("branch").isEmpty() && head != null ? head.branch() : form.value("branch");
        if (branch.isEmpty()) {
            form.reject("branch", "required");
        } else if (head != null && !head.branch().equals(branch)) {
            form.reject("head", "mismatch");
        }
        if (form.isRejected()) {
            return form.answer(Templates.verify(form, null));
        }
        try {
            LedgerVerification.Outcome outcome = verification.verify(branch, head, actor.memberId());
            return Response.ok(Templates.verify(form, ResultView.of(branch, head, outcome))).build();
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(Templates.verify(form, null));
        }
    }

    /** @param withHead whether an old head was asked about */
    record ResultView(String branch, boolean sound, boolean withHead, long entries, long found, List<Finding> findings) {

        static ResultView of(String branch, OldHead head, LedgerVerification.Outcome outcome) {
            return new ResultView(branch, outcome.isSound(), head != null, outcome.entries(), outcome.found(),
                    outcome.findings().stream().limit(SHOWN).toList());
        }
    }

    @CheckedTemplate(basePath = "proof")
    static class Templates {

        static native TemplateInstance verify(Form form, ResultView result);
    }
}
