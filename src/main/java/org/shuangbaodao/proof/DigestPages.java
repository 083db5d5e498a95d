package org.shuangbaodao.proof;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.ledger.LedgerProof;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * What anybody may see of the books: where each branch's chain ends, the signed digests, and whether the database guards them.
 */
@Path("/ledger/digest")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class DigestPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int DAYS = 31;

    private final Digests digests;
    private final LedgerProof proof;

    DigestPages(Digests digests, LedgerProof proof) {
        this.digests = digests;
        this.proof = proof;
    }

    @GET
    public TemplateInstance digest(@QueryParam("page") Integer page) {
        PageOf<LedgerProof.NamedHead> heads = proof.namedHeads(PageOf.clampPage(page), PageOf.DEFAULT_SIZE);
        return Templates.digest(new NowView(proof.isProtected(), digests.latest().map(SealView::of).orElse(null),
                digests.days(DAYS).stream().map(LocalDate::toString).toList(),
                new PageOf<>(heads.items().stream()
                        .map(each -> new HeadView(each.code(), each.name(), each.head().sequence(), each.head().hash()))
                        .toList(),
                        heads.page(), heads.size(), heads.total())));
    }

    @GET
    @Path("/{date}")
    public TemplateInstance day(@PathParam("date") String date, @QueryParam("page") Integer page) {
        SealedDay day = DigestDays.day(digests, date);
        return Templates.day(new DayView(SealView.of(day),
                DigestDays.page(day.leaves(), PageOf.clampPage(page), PageOf.DEFAULT_SIZE)));
    }

    /** @param seal the newest digest, null before the first; {@code heads} as they are now */
    record NowView(boolean isProtected, SealView seal, List<String> days, PageOf<HeadView> heads) {
    }

    record HeadView(String code, String name, long sequence, String hash) {
    }

    record DayView(SealView seal, PageOf<DigestLeaf> leaves) {
    }

    record SealView(String day, String madeAt, String digest, long branches, String root, String previous, String algorithm,
            String signature, String publicKey, String fingerprint, String text) {

        static SealView of(SealedDay day) {
            DigestStatement statement = day.statement();
            DigestSignature signature = day.signature();
            return new SealView(statement.day().toString(),
                    LocalDateTime.ofInstant(statement.madeAt(), BusinessTime.ZONE).format(MINUTE), statement.digest(),
                    statement.branches(), statement.root(), statement.previous(), signature.algorithm(), signature.value(),
                    signature.publicKey(), signature.fingerprint(), statement.text());
        }
    }

    @CheckedTemplate(basePath = "proof")
    static class Templates {

        static native TemplateInstance digest(NowView view);

        static native TemplateInstance day(DayView view);
    }
}
