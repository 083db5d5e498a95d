package org.shuangbaodao.identity;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The count of one login name or one address; see {@link LoginAttempts}. */
@Entity
class LoginAttempt extends PanacheEntityBase {

    @Id
    public String bucket;
    public int failures;
    public Instant lastAt;
    public Instant blockedUntil;

    protected LoginAttempt() {
    }
}
