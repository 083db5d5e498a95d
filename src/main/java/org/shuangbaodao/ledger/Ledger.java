package org.shuangbaodao.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.member.Members;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts to the books. Locks are taken in one order everywhere: the record (by the caller), the holders, the branches. Two
 * branches never wait for each other.
 */
@ApplicationScoped
public class Ledger {

    private static final ObjectMapper CANONICAL = JsonMapper.builder().build();

    private final EntityManager database;
    private final LedgerRows rows;
    private final SpanningRules rules;
    private final Members members;
    private final BusinessTime time;
    private final String digest;

    Ledger(EntityManager database, LedgerRows rows, SpanningRules rules, Members members, BusinessTime time,
            @ConfigProperty(name = "app.ledger.digest") String digest) {
        this.database = database;
        this.rows = rows;
        this.rules = rules;
        this.members = members;
        this.time = time;
        this.digest = HashFunction.of(digest).getAlgorithm();
    }

    /**
     * Enters the postings and what the rules across deeds make of them, adds to the standings and leaves tasks for the boards,
     * all or
     * nothing. A deed that was entered before makes the database refuse the whole.
     */
    @Transactional
    @Retried
    public void post(List<Posting> postings, long actorId) {
        if (postings.isEmpty()) {
            return;
        }
        members.lockAll(new TreeSet<>(postings.stream().map(Posting::holderId).toList()));
        List<Posting> all = new ArrayList<>(postings);
        all.addAll(rules.consequencesOf(postings));
        // Pending changes of the caller must reach the database before the rows that rest on them.
        database.flush();
        rows.insert(chained(all, actorId));
    }

    /** Enters the opposite of all that still stands for the record's books named by {@code which}. */
    @Transactional
    @Retried
    public void reverse(String sourceType, String sourceId, Predicate<Book> which, long actorId) {
        reverse(sourceType, sourceId, which, null, actorId);
    }

    /** @param noticed the quarter in public notice that is corrected, or null */
    @Transactional
    @Retried
    public void reverse(String sourceType, String sourceId, Predicate<Book> which, Period noticed, long actorId) {
        List<LedgerEntry> posted = LedgerEntry.of(sourceType, sourceId);
        List<Long> reversed = posted.stream().map(entry -> entry.reverses).toList();
        post(posted.stream().filter(entry -> entry.reverses == null && which.test(entry.book) && !reversed.contains(entry.id))
                .map(entry -> opposite(entry).in(isIn(noticed, entry) ? noticed : null)).toList(), actorId);
    }

    private static boolean isIn(Period quarter, LedgerEntry entry) {
        return quarter != null && quarter.key().equals(entry.period);
    }

    /**
     * Takes what still stands of a deed out of the quarter that is about to close, and enters the same again in the earliest
     * open one, as another revision. First the one, then the other: caps of both quarters follow.
     *
     * @param deed with the revision it goes on under
     */
    @Transactional
    @Retried
    public void carryOver(Source deed, Period closing, long actorId) {
        List<LedgerEntry> posted = LedgerEntry.of(deed.type(), deed.id());
        List<Long> reversed = posted.stream().map(entry -> entry.reverses).toList();
        List<LedgerEntry> standing = posted.stream().filter(entry -> isIn(closing, entry) && entry.reverses == null
                && !reversed.contains(entry.id)).toList();
        post(standing.stream().map(entry -> opposite(entry).in(closing)).toList(), actorId);
        post(standing.stream().map(entry -> again(entry, deed)).toList(), actorId);
    }

    private static Posting again(LedgerEntry entry, Source deed) {
        return new Posting(entry.book, entry.kind, entry.branchId, entry.holderId, entry.communityId, entry.servedOn,
                entry.amount, entry.ruleItem, entry.ruleVersion, parameters(entry), deed, null);
    }

    private static TreeMap<String, Object> parameters(LedgerEntry entry) {
        try {
            return CANONICAL.readValue(entry.parameters, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What is awarded anew after an objection took it out of a quarter that is still in notice corrects that quarter; anything
     * else is left as it is.
     */
    public List<Posting> asCorrections(List<Posting> awards) {
        return awards.stream().map(award -> award.source().revision() == 1 ? award : award.in(correctedQuarter(award)))
                .toList();
    }

    private Period correctedQuarter(Posting award) {
        List<?> found = database.createNativeQuery("select max(e.period) from ledger_entry e join branch_period p"
                + " on p.branch_id = e.branch_id and p.period = e.period and p.state = 'IN_NOTICE'"
                + " where e.source_type = ? and e.source_id = ? and e.served_on = ? and e.kind = 'REVERSAL' and e.book = ?")
                .setParameter(1, award.source().type()).setParameter(2, award.source().id()).setParameter(3, award.servedOn())
                .setParameter(4, award.book().name()).getResultList();
        return found.isEmpty() || found.get(0) == null ? null : new Period(found.get(0).toString());
    }

    private static Posting opposite(LedgerEntry entry) {
        TreeMap<String, Object> parameters = Posting.parameters(Map.of("of", Ids.text(entry.id)));
        return new Posting(entry.book, EntryKind.REVERSAL, entry.branchId, entry.holderId, entry.communityId, entry.servedOn,
                -entry.amount, entry.ruleItem, entry.ruleVersion, parameters, entry.source(), entry.id);
    }

    private List<LedgerEntry> chained(List<Posting> postings, long actorId) {
        Map<Long, LedgerRows.Head> heads = rows
                .lockHeads(new TreeSet<>(postings.stream().map(Posting::branchId).toList()));
        Set<LedgerRows.Quarter> inNotice = postings.stream().allMatch(posting -> posting.bookIn() == null) ? Set.of()
                : rows.inNotice(heads.keySet());
        Instant now = time.now();
        List<LedgerEntry> entries = new ArrayList<>();
        for (Posting posting : postings) {
            LedgerRows.Head head = heads.get(posting.branchId());
            Chain.Link link = new Chain.Link(head.sequence() + 1, head.hash(), Chain.nonce(), digest);
            LedgerEntry entry = new LedgerEntry(Ids.next(), posting, link, bookingPeriod(posting, head, inNotice).key(),
                    canonical(posting.parameters()), now, actorId);
            heads.put(posting.branchId(), new LedgerRows.Head(link.sequence(), entry.hash, head.openFrom()));
            entries.add(entry);
        }
        rows.saveHeads(heads);
        return entries;
    }

    // Its own quarter while that is open, else the earliest open one. A quarter in notice takes its own corrections alone.
    private static Period bookingPeriod(Posting posting, LedgerRows.Head head, Set<LedgerRows.Quarter> inNotice) {
        if (posting.bookIn() != null && inNotice.contains(new LedgerRows.Quarter(posting.branchId(), posting.bookIn()))) {
            return posting.bookIn();
        }
        Period own = Period.quarterOf(posting.servedOn());
        return own.compareTo(head.openFrom()) < 0 ? head.openFrom() : own;
    }

    private static String canonical(TreeMap<String, Object> parameters) {
        try {
            return CANONICAL.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
