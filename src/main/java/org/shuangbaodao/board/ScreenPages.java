package org.shuangbaodao.board;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.attendance.Openings;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.organization.OrganizationProblem;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.ranking.Band;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.Coverage;
import org.shuangbaodao.ranking.RankingProblem;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.web.SharedPages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * For the wall of an office (大屏): where people are needed, how far service reaches, and who is ahead. Renews itself by a
 * script,
 * and by a link without one; whoever cannot read what moves stops it.
 */
@Path("/rankings/screen")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ScreenPages {

    private static final int LEADERS = 8;
    private static final int NEEDS = 6;

    private final Rankings rankings;
    private final Openings openings;
    private final Organizations organizations;
    private final SharedPages shared;

    ScreenPages(Rankings rankings, Openings openings, Organizations organizations, SharedPages shared) {
        this.rankings = rankings;
        this.openings = openings;
        this.organizations = organizations;
        this.shared = shared;
    }

    /** @param paused {@code yes} for a screen that stands still */
    @GET
    public Response screen(@RestQuery String within, @RestQuery String paused) {
        if (!rankings.isOpen()) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
        Organization scope = scope(within);
        Organization territory = scope != null && scope.tree == Tree.TERRITORY ? scope : null;
        BoardKind kind = territory == null ? BoardKind.BRANCHES : BoardKind.COMMUNITIES;
        Period period = rankings.period(null);
        var board = rankings.organizations(kind, period, scope, 1, LEADERS);
        List<OrganizationRow> leaders = board.board().rows().items().stream().filter(placed -> placed.band() == Band.UPPER)
                .map(placed -> OrganizationRow.of(kind, placed, period, rankings.isOpenForMembers())).toList();
        return shared.once(SharedPages.Drawing.ofNow(Templates.screen(new ScreenView(period, board.board().moment(),
                board.board().provisional(), scope == null ? null : scope.name, scope == null ? null : scope.code,
                kind == BoardKind.COMMUNITIES, "yes".equals(paused), Totals.of(kind, board), leaders,
                rankings.coverage(period, territory), openings.next(territory, NEEDS)))));
    }

    // Of either tree: a branch's office shows branches, a street's hall shows communities.
    private Organization scope(String within) {
        return within == null || within.isBlank() ? null
                : organizations.find(within.strip())
                        .orElseThrow(() -> new Problem(OrganizationProblem.UNKNOWN, within));
    }

    /**
     * @param scope name of the organization, null for everything
     * @param communities whether communities are compared, not branches
     * @param totals null without rows
     */
    record ScreenView(Period period, String asOf, boolean provisional, String scope, String within, boolean communities,
            boolean paused, Totals totals, List<OrganizationRow> leaders, Coverage coverage, List<Openings.Opening> needs) {

        /** Where it renews itself from. */
        public String address() {
            return "/rankings/screen" + (within == null ? "" : "?within=" + within);
        }

        public String otherWay() {
            return paused ? address() : address() + (within == null ? "?" : "&") + "paused=yes";
        }

        public String boardLink() {
            return "/rankings" + (communities ? "/communities" : "") + (within == null ? "" : "?within=" + within);
        }
    }

    @CheckedTemplate(basePath = "board")
    static class Templates {

        static native TemplateInstance screen(ScreenView view);
    }
}
