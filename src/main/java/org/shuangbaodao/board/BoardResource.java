package org.shuangbaodao.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.ranking.Band;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.BoardView;
import org.shuangbaodao.ranking.MemberBoard;
import org.shuangbaodao.ranking.OrganizationBoard;
import org.shuangbaodao.ranking.OrganizationsView;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.ranking.Ranks;
import org.shuangbaodao.web.TaggedAnswers;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The boards for programs. Organizations under ten members stand merged in the row of their parent, here as on the pages. A
 * copy
 * may be kept and asked about with its tag.
 */
@Path("/api/rankings")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rankings")
class BoardResource {

    private final Rankings rankings;
    private final TaggedAnswers answers;

    BoardResource(Rankings rankings, TaggedAnswers answers) {
        this.rankings = rankings;
        this.answers = answers;
    }

    @GET
    @Path("/branches")
    @Operation(summary = "Branches by points per member")
    @APIResponseSchema(OrganizationAnswer.class)
    public Response branches(@BeanParam Asked asked) {
        return organizations(BoardKind.BRANCHES, asked);
    }

    @GET
    @Path("/units")
    @Operation(summary = "Party organizations of employers by points per member, everything below them included")
    @APIResponseSchema(OrganizationAnswer.class)
    public Response units(@BeanParam Asked asked) {
        return organizations(BoardKind.UNITS, asked);
    }

    @GET
    @Path("/communities")
    @Operation(summary = "Communities by minutes served there per registered member")
    @APIResponseSchema(OrganizationAnswer.class)
    public Response communities(@BeanParam Asked asked) {
        return organizations(BoardKind.COMMUNITIES, asked);
    }

    @GET
    @Path("/members")
    @Operation(summary = "Members who agreed to be named, by points")
    @APIResponseSchema(MemberAnswer.class)
    public Response members(@BeanParam Asked asked) {
        return answers.json(MemberAnswer.of(rankings.members(rankings.period(asked.period()),
                rankings.scope(asked.within(), Tree.PARTY), asked.sought(), asked.pageNumber(), asked.pageSize())));
    }

    private Response organizations(BoardKind kind, Asked asked) {
        return answers.json(OrganizationAnswer.of(kind, rankings.organizations(kind, rankings.period(asked.period()),
                rankings.scope(asked.within(), kind.tree()), asked.sought(), asked.pageNumber(), asked.pageSize())));
    }

    /**
     * @param total rows on all pages
     * @param scope what all rows of the scope tell together, searched or not
     */
    record OrganizationAnswer(String period, Instant asOf, boolean provisional, int page, int size, long total, ScopeItem scope,
            List<OrganizationItem> items) {

        static OrganizationAnswer of(BoardKind kind, OrganizationsView view) {
            BoardView<OrganizationBoard.Row> board = view.board();
            PageOf<Ranks.Placed<OrganizationBoard.Row>> rows = board.rows();
            return new OrganizationAnswer(board.period().key(), board.made().asOf(), board.provisional(), rows.page(),
                    rows.size(), rows.total(), ScopeItem.of(kind, view),
                    rows.items().stream().map(placed -> OrganizationItem.of(kind, placed)).toList());
        }
    }

    /** @param total named rows on all pages */
    record MemberAnswer(String period, Instant asOf, boolean provisional, int page, int size, long total, Counted scope,
            List<MemberItem> items) {

        static MemberAnswer of(BoardView<MemberBoard.Row> board) {
            PageOf<Ranks.Placed<MemberBoard.Row>> rows = board.rows();
            return new MemberAnswer(board.period().key(), board.made().asOf(), board.provisional(), rows.page(), rows.size(),
                    rows.total(), new Counted(board.counted()), rows.items().stream().map(MemberItem::of).toList());
        }
    }

    /** @param counted members who were ranked, named or not */
    record Counted(int counted) {
    }

    /**
     * Either {@code rank} (upper third) or {@code band}.
     *
     * @param change places gained since the period before, or lost; of those named in the upper third then too
     * @param entered true for somebody who is new in the upper third
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberItem(Integer rank, Band band, String name, String branchName, BigDecimal points, long minutes, Integer change,
            Boolean entered) {

        static MemberItem of(Ranks.Placed<MemberBoard.Row> placed) {
            MemberBoard.Row row = placed.row();
            return new MemberItem(placed.shownRank(), placed.shownBand(), row.name(), row.cell().name(),
                    BigDecimal.valueOf(row.points(), 2), row.minutes(), placed.placesGained(), placed.enteredNow());
        }
    }
}
