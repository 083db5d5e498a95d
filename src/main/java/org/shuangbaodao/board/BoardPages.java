package org.shuangbaodao.board;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind.Tree;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.ranking.Scopes;
import org.shuangbaodao.ranking.Trend;
import org.shuangbaodao.web.SharedPages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The boards for people. Nothing on them depends on who reads, except for the frame. */
@Path("/rankings")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class BoardPages {

    private final Rankings rankings;
    private final SharedPages shared;

    BoardPages(Rankings rankings, SharedPages shared) {
        this.rankings = rankings;
        this.shared = shared;
    }

    @GET
    public Response branches(@BeanParam Asked asked) {
        return organizations(BoardKind.BRANCHES, asked);
    }

    @GET
    @Path("/units")
    public Response units(@BeanParam Asked asked) {
        return organizations(BoardKind.UNITS, asked);
    }

    @GET
    @Path("/communities")
    public Response communities(@BeanParam Asked asked) {
        return organizations(BoardKind.COMMUNITIES, asked);
    }

    @GET
    @Path("/members")
    public Response members(@BeanParam Asked asked) {
        return answer(asked, this::people);
    }

    private SharedPages.Drawing people(Asked asked) {
        if (!rankings.isOpenForMembers()) {
            return SharedPages.Drawing.ofNow(Templates.closed(rankings.isOpen()));
        }
        Period wanted = rankings.period(asked.period());
        Organization scope = rankings.scope(asked.within(), Tree.PARTY);
        var view = rankings.members(wanted, scope, asked.sought(), asked.pageNumber(), asked.pageSize());
        return new SharedPages.Drawing(
                Templates.members(new MemberPage(frame("members", asked, wanted, scope, BoardKind.BRANCHES),
                        view.moment(), view.provisional(), view.counted(),
                        BandRows.of(view.rows().items(), MemberRow::of), view.rows())),
                view.made().edition());
    }

    private Response organizations(BoardKind kind, Asked asked) {
        return answer(asked, each -> board(kind, each));
    }

    // What people look for is different each time; keeping it would only push out what all ask for.
    private Response answer(Asked asked, Function<Asked, SharedPages.Drawing> draw) {
        return asked.sought() == null ? shared.answer(() -> draw.apply(asked)) : shared.once(draw.apply(asked));
    }

    private SharedPages.Drawing board(BoardKind kind, Asked asked) {
        if (!rankings.isOpen()) {
            return SharedPages.Drawing.ofNow(Templates.closed(false));
        }
        Period period = rankings.period(asked.period());
        Organization scope = rankings.scope(asked.within(), kind.tree());
        var inside = rankings.organizations(kind, period, scope, asked.sought(), asked.pageNumber(), asked.pageSize());
        var view = inside.board();
        boolean whole = asked.sought() == null && asked.pageNumber() == 1;
        Trend trend = whole ? rankings.trend(kind, period, scope) : null;
        return new SharedPages.Drawing(Templates.organizations(new OrganizationPage(
                frame(kind.name().toLowerCase(Locale.ROOT), asked, period, scope, kind), view.moment(), view.provisional(),
                view.counted(), Totals.of(kind, inside),
                BandRows.of(view.rows().items(),
                        placed -> OrganizationRow.of(kind, placed, period, rankings.isOpenForMembers())),
                view.rows(), Charts.of(trend, whole ? inside.distribution() : null))),
                trend == null || trend.complete() ? view.made().edition() : SharedPages.UNFINISHED);
    }

    private Frame frame(String board, Asked asked, Period period, Organization scope, BoardKind kind) {
        return new Frame(board, period, rankings.quarters(), scope == null ? null : scope.code, asked.sought(),
                rankings.scopes(kind.leaf(), period, scope), rankings.areRemembered());
    }

    /**
     * What surrounds every board.
     *
     * @param board branches, units, communities or members
     * @param within code of the scope, null for everything
     * @param sought what somebody looks for, null for all rows
     * @param remembered whether this is the last known state, because the database is away
     */
    record Frame(String board, Period period, List<Period> quarters, String within, String sought, Scopes scopes,
            boolean remembered) {

        public List<Period> years() {
            return quarters.stream().map(Period::year).distinct().toList();
        }

        public Period all() {
            return Period.ALL;
        }

        public boolean isRunning(Period quarter) {
            return quarter.equals(quarters.get(0));
        }

        /** Another board of the same period; a scope of one tree means nothing in the other. */
        public String link(String other) {
            boolean sameTree = board.equals("communities") == other.equals("communities");
            return "/rankings" + (other.equals("branches") ? "" : "/" + other) + "?period=" + period.key()
                    + (sameTree && within != null ? "&within=" + within : "");
        }

        public String linkWithin(String code) {
            return "/rankings" + (board.equals("branches") ? "" : "/" + board) + "?period=" + period.key()
                    + (code == null ? "" : "&within=" + code);
        }

        public String screenLink() {
            return "/rankings/screen" + (within == null ? "" : "?within=" + within);
        }
    }

    /**
     * @param totals null without rows
     * @param charts of the whole scope, on its first page only
     */
    record OrganizationPage(Frame frame, String asOf, boolean provisional, int counted, Totals totals,
            List<BandRows<OrganizationRow>> bands,
            PageOf<?> page, Charts charts) {
    }

    record MemberPage(Frame frame, String asOf, boolean provisional, int counted, List<BandRows<MemberRow>> bands,
            PageOf<?> page) {
    }

    @CheckedTemplate(basePath = "board")
    static class Templates {

        static native TemplateInstance organizations(OrganizationPage view);

        static native TemplateInstance members(MemberPage view);

        static native TemplateInstance closed(boolean membersOnly);
    }
}
