package org.shuangbaodao.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Where a member wants his messages besides the inbox. */
@Entity
class MailAddress extends PanacheEntityBase {

    @Id
    public Long memberId;
    public String addressCipher;
    public String language;
    public Instant codeIssuedAt;
    public int codeFailures;
    public Instant confirmedAt;
    @Version
    public int version;

    protected MailAddress() {
    }

    MailAddress(long memberId) {
        this.memberId = memberId;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Those among them who have an address that is theirs. */
    static Set<Long> confirmed(Collection<Long> memberIds) {
        return Set.copyOf(getEntityManager()
                .createQuery("select a.memberId from MailAddress a where a.memberId in :members and a.confirmedAt is not null",
                        Long.class)
                .setParameter("members", memberIds).getResultList());
    }
}
