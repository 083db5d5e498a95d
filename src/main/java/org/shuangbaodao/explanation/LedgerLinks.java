package org.shuangbaodao.explanation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ledger.PostedEntries;
import org.shuangbaodao.ledger.PostedEntry;

/** The links that holders give away, and what their bearers may read. Each look is noted. */
@ApplicationScoped
public class LedgerLinks {

    public static final int USUAL_DAYS = 90;
    public static final int MOST_DAYS = 365;
    /** More than anybody shows his books to; a list that can be read at a glance. */
    static final int MOST_OPEN = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PostedEntries entries;
    private final EntryExplanations explanations;
    private final AuditTrail audit;
    private final BusinessTime time;

    LedgerLinks(PostedEntries entries, EntryExplanations explanations, AuditTrail audit, BusinessTime time) {
        this.entries = entries;
        this.explanations = explanations;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A link as its holder sees it.
     *
     * @param open whether it still works
     */
    public record Link(String id, int year, Instant createdAt, Instant expiresAt, Instant revokedAt, boolean open) {
    }

    /** A year of somebody's entries, as the bearer of a link sees it. */
    public record Shared(int year, Instant expiresAt, PageOf<Line> lines) {
    }

    /** @param sentence how the entry came about */
    public record Line(PostedEntry entry, String sentence) {
    }

    /**
     * Makes a link.
     *
     * @return the token: it is told here and never again
     * @throws Problem {@code explanation/too-many-links}
     */
    @Transactional
    @Retried
    public String create(long holderId, int year, int days) {
        Instant now = time.now();
        if (LedgerLink.count("holderId = ?1 and revokedAt is null and expiresAt > ?2", holderId, now) >= MOST_OPEN) {
            throw new Problem(ExplanationProblem.TOO_MANY_LINKS, MOST_OPEN);
        }
        byte[] secret = new byte[16];
        RANDOM.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        LedgerLink link = new LedgerLink(holderId, year, hash(token), now, now.plus(Duration.ofDays(days)));
        link.persist();
        audit.done(holderId, Audited.of("ledger-link-create", "ledger_link", link.id).detail("year=" + year));
        return token;
    }

    /** The holder's links, newest first. */
    @Transactional
    public List<Link> of(long holderId) {
        Instant now = time.now();
        return LedgerLink.<LedgerLink> find("holderId = ?1 order by createdAt desc, id desc", holderId)
                .page(0, PageOf.DEFAULT_SIZE).list().stream()
                .map(each -> new Link(Ids.text(each.id), each.year, each.createdAt, each.expiresAt, each.revokedAt,
                        each.isOpen(now)))
                .toList();
    }

    /** Takes a link back, at once. Somebody else's is not found. */
    @Transactional
    @Retried
    public void revoke(String linkId, long holderId) {
        long id = Ids.parse(linkId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        int revoked = LedgerLink.update("revokedAt = ?1, version = version + 1 where id = ?2 and holderId = ?3"
                + " and revokedAt is null", time.now(), id, holderId);
        if (revoked == 1) {
            audit.done(holderId, Audited.of("ledger-link-revoke", "ledger_link", id));
        } else if (LedgerLink.count("id = ?1 and holderId = ?2", id, holderId) == 0) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }

    /** @throws Problem {@code common/not-found}, whether the link never was, has expired or was taken back */
    @Transactional
    public Shared open(String token, int page) {
        LedgerLink link = link(token);
        PageOf<PostedEntry> found = entries.servedIn(link.holderId, link.year, page, PageOf.DEFAULT_SIZE);
        audit.done(null, Audited.of("ledger-link-read", "ledger_link", link.id).onBehalfOf(link.holderId)
                .detail("rows=" + found.items().size()));
        return new Shared(link.year, link.expiresAt, new PageOf<>(
                found.items().stream().map(entry -> new Line(entry, entries.sentence(entry))).toList(), found.page(),
                found.size(), found.total()));
    }

    /** One entry of the link's holder and year; others are not found. */
    @Transactional
    public Explained entry(String token, String entryId) {
        LedgerLink link = link(token);
        PostedEntry entry = Ids.parse(entryId).flatMap(entries::find)
                .filter(found -> found.holderId() == link.holderId && found.servedOn().getYear() == link.year)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        audit.done(null, Audited.of("ledger-link-read", "ledger_entry", entry.id()).onBehalfOf(link.holderId));
        return explanations.withoutPersons(entry);
    }

    private LedgerLink link(String token) {
        return LedgerLink.<LedgerLink> find("tokenHash", hash(token)).firstResultOptional()
                .filter(found -> found.isOpen(time.now())).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    // With 128 random bits there is nothing to guess, so no slow hash is needed.
    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
