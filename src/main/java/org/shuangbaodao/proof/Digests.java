package org.shuangbaodao.proof;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.ledger.HashFunction;
import org.shuangbaodao.ledger.LedgerProof;

import io.quarkus.logging.Log;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Makes the digest of each day, once in a cluster, and shows those that were made. */
@ApplicationScoped
public class Digests {

    private final EntityManager database;
    private final LedgerProof proof;
    private final KeyFolder keys;
    private final BusinessTime time;
    private final String digest;
    private volatile SealedDay last;

    Digests(EntityManager database, LedgerProof proof, KeyFolder keys, BusinessTime time,
            @ConfigProperty(name = "app.ledger.digest") String digest) {
        this.database = database;
        this.proof = proof;
        this.keys = keys;
        this.time = time;
        this.digest = HashFunction.of(digest).getAlgorithm();
    }

    /** The days that have a digest, newest first. */
    @Transactional
    public List<LocalDate> days(int most) {
        return database.createQuery("select day from LedgerDigest order by day desc", LocalDate.class).setMaxResults(most)
                .getResultList();
    }

    @Transactional
    public Optional<SealedDay> latest() {
        return days(1).stream().findFirst().flatMap(this::on);
    }

    /** What the first digest after a day says; empty as long as there is none. */
    @Transactional
    public Optional<DigestStatement> firstAfter(LocalDate day) {
        return LedgerDigest.<LedgerDigest> find("day > ?1 order by day", day).firstResultOptional()
                .map(LedgerDigest::statement);
    }

    @Transactional
    public Optional<SealedDay> on(LocalDate day) {
        SealedDay known = last;
        if (known != null && known.statement().day().equals(day)) {
            return Optional.of(known);
        }
        Optional<SealedDay> found = LedgerDigest.<LedgerDigest> findByIdOptional(day)
                .map(each -> new SealedDay(each.statement(), each.signature(), leaves(day)));
        // Nobody makes another for the same day; what everybody asks for is the newest.
        found.filter(each -> known == null || day.isAfter(known.statement().day())).ifPresent(each -> last = each);
        return found;
    }

    private List<DigestLeaf> leaves(LocalDate day) {
        return List.copyOf(leavesByBranch(day).values());
    }

    private Map<Long, DigestLeaf> leavesByBranch(LocalDate day) {
        List<?> rows = database.createNativeQuery(DigestRows.LEAVES).setParameter(1, day).getResultList();
        Map<Long, DigestLeaf> leaves = new HashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(row -> leaves.put(((Number) row[0]).longValue(),
                new DigestLeaf(row[1].toString(), ((Number) row[2]).longValue(), row[3].toString())));
        return leaves;
    }

    /**
     * Makes today's digest, if nobody has.
     *
     * @return whether it was made now
     */
    @Transactional
    @Retried
    public boolean make() {
        LocalDate today = time.today();
        if (LedgerDigest.findById(today) != null) {
            return false;
        }
        LedgerDigest before = LedgerDigest.<LedgerDigest> find("day < ?1 order by day desc", today).firstResult();
        Map<Long, DigestLeaf> known = before == null ? Map.of() : leavesByBranch(before.day);
        Map<Long, DigestLeaf> moved = moved(known);
        // A branch that is no more keeps its leaf: what vanished can be seen to be missing.
        Map<Long, DigestLeaf> all = new HashMap<>(known);
        all.putAll(moved);
        if (all.isEmpty()) {
            return false;
        }
        List<DigestLeaf> leaves = all.values().stream().sorted(DigestLeaf.IN_ORDER).toList();
        DigestStatement statement = new DigestStatement(today, time.now(), digest, leaves.size(),
                SealedDay.tree(digest, leaves).root(), before == null ? DigestStatement.NO_ROOT : before.root);
        if (!insert(statement)) {
            return false;
        }
        insert(today, moved);
        Log.infof("The digest of %s covers %d chains, of which %d have moved", today, leaves.size(), moved.size());
        return true;
    }

    private Map<Long, DigestLeaf> moved(Map<Long, DigestLeaf> known) {
        Map<Long, DigestLeaf> moved = new HashMap<>();
        for (LedgerProof.NamedHead named : proof.namedHeads()) {
            LedgerProof.BranchHead head = named.head();
            DigestLeaf before = known.get(head.branchId());
            DigestLeaf leaf = new DigestLeaf(named.code(), head.sequence(), head.hash());
            if (before != null && before.sequence() > head.sequence()) {
                Log.errorf("The chain of branch %s has become shorter: %d entries instead of %d", named.code(),
                        head.sequence(), before.sequence());
            }
            if (!leaf.equals(before)) {
                moved.put(head.branchId(), leaf);
            }
        }
        return moved;
    }

    // Of two replicas one inserts the row; the other waits for it here and finds it taken.
    private boolean insert(DigestStatement statement) {
        DigestSignature signature = DigestSignature.of(statement.text(), keys.digestPrivateKey(), keys.digestPublicKey());
        return database.createNativeQuery("insert ignore into ledger_digest (day, made_at, digest, branches, root, previous,"
                + " signature_algorithm, signature, public_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, statement.day()).setParameter(2, Timestamp.from(statement.madeAt()))
                .setParameter(3, statement.digest()).setParameter(4, statement.branches())
                .setParameter(5, statement.root()).setParameter(6, statement.previous())
                .setParameter(7, signature.algorithm()).setParameter(8, signature.value())
                .setParameter(9, signature.publicKey()).executeUpdate() == 1;
    }

    private void insert(LocalDate day, Map<Long, DigestLeaf> moved) {
        database.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into ledger_digest_leaf (branch_id, day,"
                    + " branch_code, sequence, head) values (?, ?, ?, ?, ?)")) {
                for (List<Map.Entry<Long, DigestLeaf>> some : lots(moved)) {
                    for (Map.Entry<Long, DigestLeaf> leaf : some) {
                        add(insert, day, leaf.getKey(), leaf.getValue());
                    }
                    insert.executeBatch();
                }
            }
        });
    }

    private static List<List<Map.Entry<Long, DigestLeaf>>> lots(Map<Long, DigestLeaf> moved) {
        List<Map.Entry<Long, DigestLeaf>> all = List.copyOf(moved.entrySet());
        List<List<Map.Entry<Long, DigestLeaf>>> lots = new ArrayList<>();
        for (int from = 0; from < all.size(); from += DigestRows.LOT) {
            lots.add(all.subList(from, Math.min(from + DigestRows.LOT, all.size())));
        }
        return lots;
    }

    private static void add(PreparedStatement insert, LocalDate day, long branchId, DigestLeaf leaf) throws SQLException {
        insert.setLong(1, branchId);
        insert.setObject(2, day);
        insert.setString(3, leaf.branch());
        insert.setLong(4, leaf.sequence());
        insert.setString(5, leaf.head());
        insert.addBatch();
    }
}
