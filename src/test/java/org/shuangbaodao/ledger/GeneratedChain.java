package org.shuangbaodao.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;

/** The chain of one branch as {@link Ledger} would have posted it, for tables that are filled by the million. */
public final class GeneratedChain {

    private static final DateTimeFormatter TABLE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS")
            .withZone(ZoneOffset.UTC);

    private final long branchId;
    private final Instant postedAt;
    private final StringBuilder rows;
    private long sequence;
    private String head = Chain.BEGINNING;

    /** @param rows where each entry is added to, as a line with tabs in the order of the table's columns */
    public GeneratedChain(long branchId, Instant postedAt, StringBuilder rows) {
        this.branchId = branchId;
        this.postedAt = postedAt;
        this.rows = rows;
    }

    /** One confirmed and awarded service of {@code minutes}: the minutes, and a point for each hour of them. */
    public void deed(long holderId, long communityId, LocalDate servedOn, int minutes) {
        Source source = Source.serviceRecord(Ids.next(), 1);
        add(new Posting(Book.DUTY_MINUTES, EntryKind.SERVICE, branchId, holderId, communityId, servedOn, minutes, "HOURS", 1,
                Posting.parameters(Map.of("minutes", minutes)), source, null), holderId);
        add(new Posting(Book.POINTS, EntryKind.AWARD, branchId, holderId, communityId, servedOn, minutes / 30 * 50L, "SV-01", 1,
                Posting.parameters(Map.of("minutes", minutes)), source, null), holderId);
    }

    private void add(Posting posting, long actorId) {
        Chain.Link link = new Chain.Link(++sequence, head, Chain.nonce(), HashFunction.SHA_256);
        LedgerEntry entry = new LedgerEntry(Ids.next(), posting, link, Period.quarterOf(posting.servedOn()).key(),
                "{\"minutes\":" + posting.parameters().get("minutes") + "}", postedAt, actorId);
        head = entry.hash;
        Object[] columns = { entry.id, branchId, entry.sequence, entry.book, entry.holderId, entry.communityId, entry.period,
                entry.servedOn, entry.amount, entry.kind, entry.ruleItem, entry.ruleVersion, entry.parameters,
                entry.sourceType, entry.sourceId, entry.sourceRevision, "\\N", TABLE_TIME.format(entry.postedAt),
                entry.postedBy,
                entry.format, entry.digest, entry.nonce, entry.previousHash, entry.hash };
        for (int i = 0; i < columns.length; i++) {
            rows.append(columns[i]).append(i < columns.length - 1 ? '\t' : '\n');
        }
    }

    /** The branch's own row, likewise. */
    public String branchRow() {
        return branchId + "\t" + sequence + "\t" + head + "\t2000-Q1\n";
    }
}
