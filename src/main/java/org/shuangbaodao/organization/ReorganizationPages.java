package org.shuangbaodao.organization;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.OrganizationSearch.Line;
import org.shuangbaodao.organization.Organizations.Foundation;
import org.shuangbaodao.organization.Reorganization.Decision;
import org.shuangbaodao.web.Flash;
import org.shuangbaodao.web.Form;
import org.shuangbaodao.web.Redirect;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Founding, renaming, merging and dissolving, each by a decision with a number; and the official lists. */
@Path("/organizations")
@RolesAllowed({ Actor.OFFICER, Actor.ADMINISTRATOR })
@Produces(MediaType.TEXT_HTML)
class ReorganizationPages {

    private final Organizations organizations;
    private final Reorganization reorganization;
    private final OrganizationAuthority authority;
    private final CommunityImport communities;
    private final PartyOrganizationImport parties;
    private final CurrentActor actor;
    private final BusinessTime time;
    private final Flash flash;

    ReorganizationPages(Organizations organizations, Reorganization reorganization, OrganizationAuthority authority,
            CommunityImport communities, PartyOrganizationImport parties, CurrentActor actor, BusinessTime time, Flash flash) {
        this.organizations = organizations;
        this.reorganization = reorganization;
        this.authority = authority;
        this.communities = communities;
        this.parties = parties;
        this.actor = actor;
        this.time = time;
        this.flash = flash;
    }

    @GET
    @Path("{code}/change")
    public TemplateInstance change(@PathParam("code") String code) {
        return change(changeable(code), Form.blank().with("day", time.today()));
    }

    private static TemplateInstance change(Organization organization, Form form) {
        return Templates.change(Line.of(organization), form);
    }

    private Organization changeable(String code) {
        Organization organization = organizations.byCode(code);
        if (!reorganization.mayChange(actor.memberId(), organization)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return organization;
    }

    /** The field {@code what} says which of the three changes is meant. */
    @POST
    @Path("{code}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Organization organization = changeable(code);
        Form form = Form.of(posted);
        try {
            Decision decision = new Decision(LocalDate.parse(form.value("day")), form.value("document"), actor.memberId());
            switch (form.value("what")) {
                case "rename" -> reorganization.rename(code, form.value("name"), decision);
                case "merge" -> reorganization.merge(code, form.value("into"), decision);
                case "dissolve" -> reorganization.dissolve(code, decision);
                default -> form.reject("what", "required");
            }
        } catch (DateTimeParseException e) {
            form.reject("day", "not-a-date");
        } catch (Problem refused) {
            form.reject(refused);
        }
        if (form.isRejected()) {
            return form.answer(change(organization, form));
        }
        flash.success("organization:changed");
        return Redirect.to("/organizations/" + code);
    }

    @GET
    @Path("{code}/below")
    public TemplateInstance found(@PathParam("code") String code) {
        return found(foundable(code), Form.blank().with("day", time.today()));
    }

    private static TemplateInstance found(Organization parent, Form form) {
        List<OrganizationKind> kinds = Stream.of(OrganizationKind.values()).filter(parent.kind::mayHold).toList();
        return Templates.found(Line.of(parent), kinds, form);
    }

    private Organization foundable(String code) {
        Organization parent = organizations.byCode(code);
        if (parent.validTo != null || !authority.isOfficer(actor.memberId(), parent)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return parent;
    }

    @POST
    @Path("{code}/below")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(@PathParam("code") String code, MultivaluedMap<String, String> posted) {
        Organization parent = foundable(code);
        Form form = Form.of(posted);
        checkFoundation(form);
        try {
            if (!form.isRejected()) {
                LocalDate day = LocalDate.parse(form.value("day"));
                String seat = form.value("seat").isEmpty() ? null : form.value("seat");
                organizations.found(new Foundation(form.value("code"), OrganizationKind.valueOf(form.value("kind")),
                        form.value("name"), code, seat, form.is("unit", "yes"), day), actor.memberId());
                flash.success("organization:founded");
                return Redirect.to("/organizations/" + code);
            }
        } catch (DateTimeParseException e) {
            form.reject("day", "not-a-date");
        } catch (Problem refused) {
            form.reject(refused);
        }
        return form.answer(found(parent, form));
    }

    private static void checkFoundation(Form form) {
        if (!form.value("code").matches("[A-Za-z0-9-]{1,40}")) {
            form.reject("code", form.value("code").isEmpty() ? "required" : "malformed");
        }
        if (form.value("name").isEmpty() || form.value("name").length() > 120) {
            form.reject("name", form.value("name").isEmpty() ? "required" : "too-long");
        }
        if (Stream.of(OrganizationKind.values()).noneMatch(kind -> kind.name().equals(form.value("kind")))) {
            form.reject("kind", "required");
        }
    }

    @GET
    @Path("import")
    @RolesAllowed(Actor.ADMINISTRATOR)
    public TemplateInstance lists() {
        return Templates.lists(Form.blank().with("day", time.today().withDayOfYear(1)), null);
    }

    @POST
    @Path("import")
    @RolesAllowed(Actor.ADMINISTRATOR)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response lists(@RestForm("list") String list, @RestForm("day") String day, @RestForm("file") FileUpload file) {
        Form form = Form.blank().with("list", list).with("day", day);
        if (file == null || file.size() == 0) {
            return form.reject("file", "required").answer(Templates.lists(form, null));
        }
        try (Reader reader = new InputStreamReader(Files.newInputStream(file.uploadedFile()),
                StandardCharsets.UTF_8.newDecoder())) {
            LocalDate from = LocalDate.parse(Objects.toString(day, ""));
            ImportReport report = switch (Objects.toString(list, "")) {
                case "divisions" -> communities.divisions(reader, from, actor.memberId());
                case "grids" -> communities.grids(reader, from, actor.memberId());
                default -> parties.organizations(reader, from, actor.memberId());
            };
            return Response.ok(Templates.lists(form, report)).build();
        } catch (DateTimeParseException e) {
            return form.reject("day", "not-a-date").answer(Templates.lists(form, null));
        } catch (CharacterCodingException e) {
            return form.reject("file", "file-type").answer(Templates.lists(form, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Problem refused) {
            return form.reject(refused).answer(Templates.lists(form, null));
        }
    }

    @CheckedTemplate(basePath = "organization")
    static class Templates {

        static native TemplateInstance change(Line self, Form form);

        static native TemplateInstance found(Line parent, List<OrganizationKind> kinds, Form form);

        static native TemplateInstance lists(Form form, ImportReport report);
    }
}
