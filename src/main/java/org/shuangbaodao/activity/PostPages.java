package org.shuangbaodao.activity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** A community's posts: everybody who serves may look at them, the community keeps them. */
@Path("/organizations/{code}/posts")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class PostPages {

    private final Posts posts;
    private final Organizations organizations;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    PostPages(Posts posts, Organizations organizations, CurrentActor actor, BusinessTime time, Flash flash) {
        this.posts = posts;
        this.organizations = organizations;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(@PathParam("code") String code) {
        return page(code, Form.blank().with("from", time.today()));
    }

    private TemplateInstance page(String code, Form form) {
        Organization community = organizations.byCode(code);
        if (community.kind != OrganizationKind.COMMUNITY) {
            throw new Problem(ActivityProblem.UNKNOWN_POST);
        }
        LocalDate today = time.today();
        return Templates.posts(new PageView(community.code, community.name, posts.mayKeep(actor.memberId(), community),
                posts.of(community.id).stream().map(each -> new PostView(Ids.text(each.id()), each.version(), each.name(),
                        each.professional(), each.flaggedOn(), each.from(), each.to(),
                        each.to() == null || !each.to().isBefore(today))).toList()),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        LocalDate from = date(form, "from");
        LocalDate to = date(form, "to");
        try {
            if (!form.isRejected()) {
                posts.add(code, form.value("name"), form.is("professional", "yes"), from, to, actor.memberId());
                flash.success("activity:added");
                return Redirect.to("/organizations/" + code + "/posts");
            }
        } catch (Problem problem) {
            form.reject(problem);
        }
        return form.answer(page(code, form));
    }

    @POST
    @Path("{id}/flag")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response flag(@PathParam("code") String code, @PathParam("id") String id, MultivaluedMap<String, String> posted) {
        posts.flag(idOf(id), version(Form.of(posted)), actor.memberId());
        flash.success("activity:changed");
        return Redirect.to("/organizations/" + code + "/posts");
    }

    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(@PathParam("code") String code, @PathParam("id") String id, MultivaluedMap<String, String> posted) {
        posts.close(idOf(id), version(Form.of(posted)), actor.memberId());
        flash.success("activity:ended");
        return Redirect.to("/organizations/" + code + "/posts");
    }

    private static LocalDate date(Form form, String field) {
        try {
            return form.value(field).isEmpty() ? null : LocalDate.parse(form.value(field));
        } catch (DateTimeParseException e) {
            form.reject(field, "not-a-date");
            return null;
        }
    }

    private static int version(Form form) {
        return form.value("version").matches("\\d{1,9}") ? Integer.parseInt(form.value("version")) : -1;
    }

    private static long idOf(String id) {
        return Ids.parse(id).orElseThrow(() -> new Problem(ActivityProblem.UNKNOWN_POST));
    }

    record PageView(String code, String name, boolean mayKeep, List<PostView> posts) {
    }

    record PostView(String id, int version, String name, boolean professional, LocalDate flaggedOn, LocalDate from,
            LocalDate to, boolean open) {
    }

    @CheckedTemplate(basePath = "activity")
    static class Templates {

        static native TemplateInstance posts(PageView view, Form form);
    }
}
