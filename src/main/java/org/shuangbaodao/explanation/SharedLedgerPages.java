package org.shuangbaodao.explanation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.EntryKind;
import org.shuangbaodao.ledger.PostedEntry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What the bearer of a holder's link sees: a year of entries, without anybody's name. */
@Path("/shared/ledger/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SharedLedgerPages {

    private final LedgerLinks links;

    SharedLedgerPages(LedgerLinks links) {
        this.links = links;
    }

    @GET
    public Response year(@PathParam("token") String token, @QueryParam("page") Integer page) {
        LedgerLinks.Shared shared = links.open(token, PageOf.clampPage(page));
        PageOf<LedgerLinks.Line> lines = shared.lines();
        return unlisted(Templates.shared(new SharedView("/shared/ledger/" + token, shared.year(),
                EntryView.minute(shared.expiresAt()),
                new PageOf<>(lines.items().stream().map(LineView::of).toList(), lines.page(), lines.size(), lines.total()))));
    }

    @GET
    @Path("/{id}")
    public Response entry(@PathParam("token") String token, @PathParam("id") String id) {
        return unlisted(EntryPages.Templates.entry(EntryView.of(links.entry(token, id)), "/shared/ledger/" + token));
    }

    // Neither kept nor found: a link taken back must not live on in a cache or a search engine.
    private static Response unlisted(TemplateInstance page) {
        return Response.ok(page).header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex, nofollow").build();
    }

    record SharedView(String path, int year, String expiresAt, PageOf<LineView> lines) {
    }

    record LineView(String id, String servedOn, Book book, EntryKind kind, String amount, boolean negative, String sentence) {

        static LineView of(LedgerLinks.Line line) {
            PostedEntry entry = line.entry();
            return new LineView(Ids.text(entry.id()), entry.servedOn().toString(), entry.book(), entry.kind(),
                    EntryView.amount(entry), entry.amount() < 0, line.sentence());
        }
    }

    @CheckedTemplate(basePath = "explanation")
    static class Templates {

        static native TemplateInstance shared(SharedView view);
    }
}
