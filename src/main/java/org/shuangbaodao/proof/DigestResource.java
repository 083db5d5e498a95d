package org.shuangbaodao.proof;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.ledger.LedgerProof;

import org.jboss.resteasy.reactive.RestResponse;

/**
 * The digests over JSON. The answer of a day is what {@code verify --digest} takes: save it as it is. With {@code page} it
 * holds a part of the leaves, which is enough too.
 */
@Path("/api/ledger/digest")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class DigestResource {

    private static final int DAYS = 366;

    private final Digests digests;
    private final LedgerProof proof;

    DigestResource(Digests digests, LedgerProof proof) {
        this.digests = digests;
        this.proof = proof;
    }

    /** The newest digest and the days of those before; the newest is absent before the first. */
    @GET
    public Overview overview() {
        return new Overview(proof.isProtected(), digests.days(DAYS),
                digests.latest().map(day -> SavedDigest.of(day, List.of())).orElse(null));
    }

    @GET
    @Path("/{date}")
    public RestResponse<SavedDigest> day(@PathParam("date") String date, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        SealedDay day = DigestDays.day(digests, date);
        List<DigestLeaf> leaves = page == null && size == null ? day.leaves()
                : DigestDays.page(day.leaves(), PageOf.clampPage(page), PageOf.clampSize(size)).items();
        // A digest is never made again: copies may be kept for good.
        return RestResponse.ResponseBuilder.ok(SavedDigest.of(day, leaves))
                .header("Cache-Control", "public, max-age=31536000, immutable").build();
    }

    record Overview(boolean isProtected, List<LocalDate> days, SavedDigest latest) {
    }
}
