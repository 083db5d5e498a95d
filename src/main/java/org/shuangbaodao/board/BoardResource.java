package org.shuangbaodao.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.ranking.Band;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.BoardView;
import org.shuangbaodao.ranking.MemberBoard;
import org.shuangbaodao.ranking.OrganizationBoard;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.ranking.Ranks;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The boards for programs. Organizations under ten members stand merged in the row of their parent, here as on the pages. */
@Path("/api/rankings")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rankings")
class BoardResource {

    private static final String PERIOD = "A quarter (2026-Q4), a year (2026) or `all`; the running quarter without it";
    private static final String WITHIN = "Code of an organization: only what lies wholly inside it, ranked among itself";

    private final Rankings rankings;

    BoardResource(Rankings rankings) {
        this.rankings = rankings;
    }

    @GET
    @Path("/branches")
    @Operation(summary = "Branches by points per member")
    public Answer<OrganizationItem> branches(@Parameter(description = PERIOD) @RestQuery String period,
            @Parameter(description = WITHIN) @RestQuery String within, @RestQuery Integer page, @RestQuery Integer size) {
        return organizations(BoardKind.BRANCHES, period, within, page, size);
    }

    @GET
    @Path("/units")
    @Operation(summary = "Party organizations of employers by points per member, everything below them included")
    public Answer<OrganizationItem> units(@Parameter(description = PERIOD) @RestQuery String period,
            @Parameter(description = WITHIN) @RestQuery String within, @RestQuery Integer page, @RestQuery Integer size) {
        return organizations(BoardKind.UNITS, period, within, page, size);
    }

    @GET
    @Path("/communities")
    @Operation(summary = "Communities by minutes served there per registered member")
    public Answer<OrganizationItem> communities(@Parameter(description = PERIOD) @RestQuery String period,
            @Parameter(description = WITHIN) @RestQuery String within, @RestQuery Integer page, @RestQuery Integer size) {
        return organizations(BoardKind.COMMUNITIES, period, within, page, size);
    }

    @GET
    @Path("/members")
    @Operation(summary = "Members who agreed to be named, by points")
    public Answer<MemberItem> members(@Parameter(description = PERIOD) @RestQuery String period,
            @Parameter(description = WITHIN) @RestQuery String within, @RestQuery Integer page, @RestQuery Integer size) {
        return Answer.of(rankings.members(rankings.period(period), rankings.scope(within, Tree.PARTY),
                PageOf.clampPage(page), PageOf.clampSize(size)), MemberItem::of);
    }

    private Answer<OrganizationItem> organizations(BoardKind kind, String period, String within, Integer page, Integer size) {
        return Answer.of(rankings.organizations(kind, rankings.period(period), rankings.scope(within, kind.tree()),
                PageOf.clampPage(page), PageOf.clampSize(size)).board(), placed -> OrganizationItem.of(kind, placed));
    }

    /** @param total rows on all pages */
    record Answer<T>(String period, Instant asOf, boolean provisional, int page, int size, long total, List<T> items) {

        static <R, T> Answer<T> of(BoardView<R> view, Function<Ranks.Placed<R>, T> item) {
            PageOf<Ranks.Placed<R>> rows = view.rows();
            return new Answer<>(view.period().key(), view.made().asOf(), view.provisional(), rows.page(), rows.size(),
                    rows.total(),
                    rows.items().stream().map(item).toList());
        }
    }

    /**
     * Either {@code rank} (upper third) or {@code band}.
     *
     * @param merged how many organizations under ten members stand together in this row of their parent
     * @param perMember points, for communities minutes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrganizationItem(Integer rank, Band band, String code, String name, Integer merged, BigDecimal points, long minutes,
            int members, BigDecimal perMember) {

        static OrganizationItem of(BoardKind kind, Ranks.Placed<OrganizationBoard.Row> placed) {
            OrganizationBoard.Row row = placed.row();
            return new OrganizationItem(placed.shownRank(), placed.shownBand(), row.place().code(), row.place().name(),
                    row.merged() == 0 ? null : row.merged(), BigDecimal.valueOf(row.points(), 2), row.minutes(), row.members(),
                    row.perMember(kind));
        }
    }

    /** Either {@code rank} (upper third) or {@code band}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberItem(Integer rank, Band band, String name, String branchName, BigDecimal points, long minutes) {

        static MemberItem of(Ranks.Placed<MemberBoard.Row> placed) {
            MemberBoard.Row row = placed.row();
            return new MemberItem(placed.shownRank(), placed.shownBand(), row.name(), row.cell().name(),
                    BigDecimal.valueOf(row.points(), 2), row.minutes());
        }
    }
}
