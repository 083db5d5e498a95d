package org.shuangbaodao.attendance;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The wrong codes of one person; see {@link SigningGuesses}. */
@Entity
class SigningGuess extends PanacheEntityBase {

    @Id
    public Long memberId;
    public int failures;
    public Instant lastAt;
    public Instant blockedUntil;

    protected SigningGuess() {
    }
}
