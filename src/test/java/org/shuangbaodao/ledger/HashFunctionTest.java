package org.shuangbaodao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashFunctionTest {

    // GB/T 32905-2016, appendix A.1; FIPS 180-2, appendix B.1.
    @ParameterizedTest
    @CsvSource({ "SM3, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
            "SHA-256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" })
    void bothGiveWhatTheirStandardsSay(String name, String hash) {
        assertThat(HashFunction.of(name).getAlgorithm()).isEqualTo(name);
        assertThat(HexFormat.of().formatHex(HashFunction.of(name).digest("abc".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = { "MD5", "SHA-1", "sha-256", "", "NONE" })
    void weakerAndUnknownOnesAreRefused(String name) {
        assertThatThrownBy(() -> HashFunction.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChainMayChangeItsHashFunctionAtAnyEntry() {
        LedgerEntry first = entry(1, Chain.BEGINNING, HashFunction.SHA_256);
        LedgerEntry second = entry(2, first.hash, HashFunction.SM3_NAME);
        LedgerEntry third = entry(3, second.hash, HashFunction.SHA_256);
        ChainWalk walk = walk(third);
        for (LedgerEntry entry : new LedgerEntry[] { first, second, third }) {
            walk.next(entry);
        }
        assertThat(walk.end()).isEmpty();

        second.digest = HashFunction.SHA_256;
        ChainWalk again = walk(third);
        for (LedgerEntry entry : new LedgerEntry[] { first, second, third }) {
            again.next(entry);
        }
        assertThat(again.end()).get().extracting(LedgerProof.Break::sequence, LedgerProof.Break::kind)
                .containsExactly(2L, "changed");
    }

    private static ChainWalk walk(LedgerEntry last) {
        return new ChainWalk(7, new LedgerProof.BranchHead(7, last.sequence, last.hash));
    }

    private static LedgerEntry entry(long sequence, String previous, String digest) {
        Posting posting = new Posting(Book.POINTS, EntryKind.AWARD, 7, 8, null, LocalDate.of(2026, 10, 1), 100, "SV-01", 1,
                Posting.parameters(Map.of()), Source.serviceRecord(9, 1), null);
        return new LedgerEntry(sequence, posting, new Chain.Link(sequence, previous, Chain.nonce(), digest), "2026-Q4", "{}",
                Instant.parse("2026-10-02T00:00:00Z"), 10);
    }
}
