package org.shuangbaodao.proof;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;

/** Finds the digest an address names, for page and API alike. */
final class DigestDays {

    private DigestDays() {
    }

    /** @throws Problem {@code proof/no-digest} */
    static SealedDay day(Digests digests, String date) {
        try {
            return digests.on(LocalDate.parse(date)).orElseThrow(() -> new Problem(ProofProblem.NO_DIGEST, date));
        } catch (DateTimeParseException e) {
            throw new Problem(ProofProblem.NO_DIGEST, date);
        }
    }

    static PageOf<DigestLeaf> page(List<DigestLeaf> leaves, int page, int size) {
        int from = Math.min((page - 1) * size, leaves.size());
        return new PageOf<>(leaves.subList(from, Math.min(from + size, leaves.size())), page, size, leaves.size());
    }
}
