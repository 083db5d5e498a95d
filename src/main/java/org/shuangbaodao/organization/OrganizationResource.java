package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.organization.OrganizationSearch.Line;

/** Organizations for programs: codes, kinds and names, no persons. */
@Path("/api/organizations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class OrganizationResource {

    private final Organizations organizations;
    private final OrganizationSearch search;

    OrganizationResource(Organizations organizations, OrganizationSearch search) {
        this.organizations = organizations;
        this.search = search;
    }

    @GET
    public Found list(@QueryParam("query") String query, @QueryParam("within") String within,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        Organization above = within == null || within.isBlank() ? null : organizations.byCode(within);
        PageOf<Organization> found = search.page(query, above, PageOf.clampPage(page), PageOf.clampSize(size));
        return new Found(found.items().stream().map(Line::of).toList(), found.page(), found.size(), found.total());
    }

    @GET
    @Path("{code}")
    public Details one(@PathParam("code") String code) {
        Organization organization = organizations.byCode(code);
        List<Line> superiors = organizations.superiorsOf(organization).stream().map(Line::of).toList();
        return new Details(organization.code, organization.kind, organization.name, organization.unit,
                organization.validFrom, organization.validTo, superiors, codeOf(organization.seatId),
                codeOf(organization.successorId));
    }

    private String codeOf(Long id) {
        return Optional.ofNullable(id).map(organizations::byId).map(each -> each.code).orElse(null);
    }

    record Found(List<Line> items, int page, int size, long total) {
    }

    /** The nearest superiors first; {@code seatCode} and {@code successorCode} are null where there is none. */
    record Details(String code, OrganizationKind kind, String name, boolean unit, LocalDate validFrom, LocalDate validTo,
            List<Line> superiors, String seatCode, String successorCode) {
    }
}
