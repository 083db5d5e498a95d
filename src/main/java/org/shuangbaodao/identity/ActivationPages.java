package org.shuangbaodao.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * From a one-time code to an account: the code, then the notice, login name, password and consents on one page. The code
 * travels in the form, so nothing is kept until all is decided.
 */
@Path("/activate")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ActivationPages {

    private static final Map<ConsentPurpose, String> FIELDS = new EnumMap<>(Map.of(ConsentPurpose.RECORDING, "recording",
            ConsentPurpose.EXCHANGE, "exchange", ConsentPurpose.PUBLIC_NAME, "publicName"));

    /** @param renewal whether there is an account already, and only the password is to be new */
    record Guest(String name, boolean renewal) {
    }

    private final Invitations invitations;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Flash flash;

    ActivationPages(Invitations invitations, Accounts accounts, Sessions sessions, Flash flash) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.sessions = sessions;
        this.flash = flash;
    }

    /** The code comes along when somebody scans a slip. */
    @GET
    public Response start(@RestQuery String code) {
        Form form = Form.blank().with("code", code);
        return code == null ? Response.ok(Templates.activate(form)).build() : next(form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response code(MultivaluedMap<String, String> posted) {
        return next(Form.of(posted));
    }

    private Response next(Form form) {
        return guest(form).map(guest -> Response.ok(Templates.account(form, guest)).build())
                .orElseGet(() -> form.answer(Templates.activate(form)));
    }

    @POST
    @Path("account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response account(MultivaluedMap<String, String> posted, @Context HttpServerRequest request) {
        Form form = Form.of(posted);
        Optional<Guest> guest = guest(form);
        if (guest.isEmpty()) {
            return form.answer(Templates.activate(form));
        }
        String password = Optional.ofNullable(posted.getFirst("password")).orElse("");
        check(form, password, posted.getFirst("repeated"));
        if (form.isRejected()) {
            return form.answer(Templates.account(form, guest.get()));
        }
        try {
            InvitationCode code = InvitationCode.parse(form.value("code")).orElseThrow();
            long memberId = accounts.activate(code, form.value("login"), password, words(form));
            flash.success("identity:activated");
            return Response.fromResponse(Redirect.to("/"))
                    .cookie(Cookies.page(sessions.open(memberId, Channel.PAGE).token(), request)).build();
        } catch (Problem problem) {
            if (problem.type() == IdentityProblem.LOGIN_TAKEN) {
                form.reject("login", "taken");
            } else {
                form.reject(problem);
            }
            return Refusals.answer(form, Templates.account(form, guest.get()));
        }
    }

    private Optional<Guest> guest(Form form) {
        Optional<InvitationCode> code = InvitationCode.parse(form.value("code"));
        if (code.isEmpty()) {
            form.reject("code", form.value("code").isEmpty() ? "required" : "identity-mistyped-code");
            return Optional.empty();
        }
        Optional<Member> member = invitations.guest(code.get());
        if (member.isEmpty()) {
            form.reject(new Problem(IdentityProblem.INVITATION_NOT_VALID));
        }
        return member.map(found -> new Guest(found.name, accounts.stateOf(found.id).isPresent()));
    }

    private static void check(Form form, String password, String repeated) {
        if (form.value("login").isEmpty()) {
            form.reject("login", "required");
        } else if (!Accounts.isLogin(form.value("login"))) {
            form.reject("login", "identity-login-form");
        }
        if (password.isEmpty()) {
            form.reject("password", "required");
        } else {
            PasswordRules.objection(password, form.value("login")).ifPresent(reason -> form.reject("password", reason));
        }
        if (!password.equals(repeated)) {
            form.reject("repeated", "mismatch");
        }
        if (!form.is("recording", "yes")) {
            form.reject("recording", "identity-recording-needed");
        }
    }

    private static Map<ConsentPurpose, Boolean> words(Form form) {
        Map<ConsentPurpose, Boolean> words = new EnumMap<>(ConsentPurpose.class);
        FIELDS.forEach((purpose, field) -> words.put(purpose, form.is(field, "yes")));
        return words;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {

        static native TemplateInstance activate(Form form);

        static native TemplateInstance account(Form form, Guest guest);
    }
}
