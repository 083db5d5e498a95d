package org.shuangbaodao.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.shuangbaodao.kernel.BusinessTime;

/** The only way into the audit trail. */
@ApplicationScoped
public class AuditTrail {

    private final BusinessTime time;

    AuditTrail(BusinessTime time) {
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

    /** Notes a refusal; it stays although the refused transaction rolls back. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(Long actorId, Audited what) {
        new AuditEntry(time.now(), actorId, what, "REFUSED").persist();
    }
}
