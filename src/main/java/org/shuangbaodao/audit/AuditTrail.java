package org.shuangbaodao.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The only way into the audit trail. */
@ApplicationScoped
public class AuditTrail {

    private final TransactionManager transactions;
    private final BusinessTime time;

    AuditTrail(TransactionManager transactions, BusinessTime time) {
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Notes a change or a look at personal data, in the caller's transaction: both are stored or neither.
     *
     * @param actorId the acting member, null for the system
     */
    @Transactional
    public void done(Long actorId, Audited what) {
        new AuditEntry(time.now(), actorId, what, "DONE").persist();
    }

    /**
     * Notes a refusal. It stays although the refused transaction rolls back, and is stored as soon as that one is over: within
     * it, a second connection would be needed while everybody who waits for the rows of the first holds one of the others.
     */
    public void refused(Long actorId, Audited what) {
        AuditEntry entry = new AuditEntry(time.now(), actorId, what, "REFUSED");
        // None there is, or one that is lost already and takes no listeners.
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            store(entry);
            return;
        }
        try {
            transactions.getTransaction().registerSynchronization(new Afterwards(entry));
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void store(AuditEntry entry) {
        QuarkusTransaction.requiringNew().run(() -> entry.persist());
    }

    private record Afterwards(AuditEntry entry) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Whatever becomes of the transaction, it is not part of it.
        }

        @Override
        public void afterCompletion(int status) {
            try {
                store(entry);
            } catch (RuntimeException e) {
                // The refusal itself stands, and its answer is on the way.
                Log.error("A refusal could not be noted", e);
            }
        }
    }
}
