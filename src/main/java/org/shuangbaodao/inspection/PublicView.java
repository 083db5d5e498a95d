package org.shuangbaodao.inspection;

import java.time.LocalDate;
import java.util.List;

import org.shuangbaodao.kernel.Ids;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A spot check as everybody may see it, page and API alike: the rule, the seed, and what came out, in figures that name nobody.
 *
 * @param records on the list, null where there are fewer than five
 * @param drawn how many of them, null likewise
 * @param listDigest SHA-256 of the ids in order, a line each
 * @param seedDay the ledger's digest it comes from; null, as root and seed, until there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicView(String id, String organizationCode, String organizationName, String quarter, SpotCheck.State state,
        int percent, int least, int most, Integer records, Integer drawn, String listDigest, LocalDate orderedOn,
        LocalDate seedDay, String seedRoot, String seed, List<Tally.Shown> results) {

    private static final int SMALL = 5;

    static PublicView of(SpotChecks.Published published) {
        SpotCheck check = published.check();
        return new PublicView(Ids.text(check.id), published.scope().code, published.scope().name, check.quarter, check.state,
                check.percent, check.least, check.most, atLeastFive(check.population), atLeastFive(check.sample),
                check.listDigest, check.orderedOn, check.seedDay, check.seedRoot, check.seed, published.results());
    }

    private static Integer atLeastFive(int count) {
        return count < SMALL ? null : count;
    }

    @JsonIgnore
    public boolean isOver() {
        return state == SpotCheck.State.DRAWN;
    }
}
