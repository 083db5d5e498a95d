package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.organization.OrganizationAuthority.OfficeHolder;
import org.shuangbaodao.organization.OrganizationSearch.Line;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Both trees, for everybody; who holds office is shown to whoever has logged in. */
@Path("/organizations")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class OrganizationPages {

    private final Organizations organizations;
    private final OrganizationSearch search;
    private final Reorganization reorganization;
    private final OrganizationAuthority authority;
    private final CurrentActor actors;

    OrganizationPages(Organizations organizations, OrganizationSearch search, Reorganization reorganization,
            OrganizationAuthority authority, CurrentActor actors) {
        this.organizations = organizations;
        this.search = search;
        this.reorganization = reorganization;
        this.authority = authority;
        this.actors = actors;
    }

    @GET
    public TemplateInstance list(@QueryParam("q") String text, @QueryParam("page") Integer page) {
        String wanted = text == null ? "" : text.strip();
        PageOf<Line> found = wanted.isEmpty() ? null
                : lines(search.page(wanted, null, PageOf.clampPage(page),
                        PageOf.DEFAULT_SIZE));
        boolean imports = actors.get().has(Actor.ADMINISTRATOR);
        return Templates.organizations(wanted, found, search.roots().stream().map(Line::of).toList(), imports);
    }

    @GET
    @Path("{code}")
    public TemplateInstance show(@PathParam("code") String code, @QueryParam("page") Integer page) {
        Organization organization = organizations.byCode(code);
        List<Line> above = new ArrayList<>();
        organizations.superiorsOf(organization).forEach(superior -> above.add(0, Line.of(superior)));
        return Templates.organization(view(organization), above, lines(search.children(organization, PageOf.clampPage(page))),
                OrganizationChange.of(organization.id).stream().map(ChangeView::of).toList());
    }

    private OrganizationView view(Organization organization) {
        Actor actor = actors.get();
        List<OfficeHolder> inOffice = actor.isVisitor() ? List.of() : authority.inOffice(organization);
        boolean living = organization.validTo == null;
        boolean below = living && !actor.isVisitor() && authority.isOfficer(actor.memberId(), organization);
        boolean changes = living && !actor.isVisitor() && reorganization.mayChange(actor.memberId(), organization);
        return new OrganizationView(Line.of(organization), organization.unit, line(organization.seatId),
                line(organization.successorId), inOffice, changes, below && organization.kind != OrganizationKind.CELL
                        && organization.kind != OrganizationKind.MICRO_GRID);
    }

    private Line line(Long id) {
        return id == null ? null : Line.of(organizations.byId(id));
    }

    private static PageOf<Line> lines(PageOf<Organization> page) {
        return new PageOf<>(page.items().stream().map(Line::of).toList(), page.page(), page.size(), page.total());
    }

    /** @param mayFound whether the reader may found something below it */
    record OrganizationView(Line self, boolean unit, Line seat, Line successor, List<OfficeHolder> inOffice, boolean mayChange,
            boolean mayFound) {
    }

    record ChangeView(OrganizationChange.Kind kind, LocalDate day, String before, String after, String document) {

        static ChangeView of(OrganizationChange change) {
            return new ChangeView(change.kind, change.effectiveOn, change.beforeValue, change.afterValue, change.document);
        }
    }

    @CheckedTemplate(basePath = "organization")
    static class Templates {

        static native TemplateInstance organizations(String text, PageOf<Line> found, List<Line> roots, boolean imports);

        static native TemplateInstance organization(OrganizationView view, List<Line> above, PageOf<Line> children,
                List<ChangeView> changes);
    }
}
