package org.shuangbaodao.inbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.inbox.MailAddresses.Own;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.web.CurrentLocale;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Where a reader wants his messages besides the inbox. */
@Path("/me/inbox/channels")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class ChannelPages {

    private static final String HERE = "/me/inbox/channels";

    private final MailAddresses addresses;
    private final PostOffice post;
    private final CurrentActor actor;
    private final CurrentLocale locale;
    private final Flash flash;

    ChannelPages(MailAddresses addresses, PostOffice post, CurrentActor actor, CurrentLocale locale, Flash flash) {
        this.addresses = addresses;
        this.post = post;
        this.actor = actor;
        this.locale = locale;
        this.flash = flash;
    }

    @GET
    public TemplateInstance channels() {
        return page(Form.blank());
    }

    private TemplateInstance page(Form form) {
        return Templates.channels(
                new ChannelsView(post.isOpen(), addresses.of(actor.memberId()).orElse(null),
                        MailAddresses.CODE_VALID.toMinutes()),
                form);
    }

    @POST
    @Path("address")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            addresses.enter(actor.memberId(), form.value("address"), locale.get());
            flash.success("inbox:code_sent");
            return Redirect.to(HERE);
        } catch (Problem problem) {
            form.reject(problem);
            return form.answer(page(form));
        }
    }

    @POST
    @Path("code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        try {
            String code = form.text("code", 20);
            if (!form.isRejected() && addresses.confirm(actor.memberId(), code)) {
                flash.success("inbox:address_confirmed");
                return Redirect.to(HERE);
            }
            form.reject("code", "inbox-code-wrong");
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(form));
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove() {
        addresses.remove(actor.memberId());
        flash.success("inbox:address_removed");
        return Redirect.to(HERE);
    }

    /**
     * @param open whether this installation sends mails
     * @param own null without an address
     */
    record ChannelsView(boolean open, Own own, long codeMinutes) {
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        static native TemplateInstance channels(ChannelsView view, Form form);
    }
}
