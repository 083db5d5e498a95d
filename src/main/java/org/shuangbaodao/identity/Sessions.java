package org.shuangbaodao.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Appointment;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Opens, renews, looks up and ends sessions. */
@ApplicationScoped
public class Sessions {

    /** Unused for so long, a session is over. */
    public static final Duration IDLE = Duration.ofHours(2);
    /** Over after this, used or not. */
    public static final Duration LONGEST = Duration.ofHours(12);
    /** How exactly the last use is noted: one write per session in this time, not one per request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final EntityManager database;
    private final Tokens tokens;
    private final AuditTrail audit;
    private final BusinessTime time;

    Sessions(EntityManager database, Tokens tokens, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.tokens = tokens;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What a login hands out.
     *
     * @param refreshToken null for pages
     */
    public record Opened(long memberId, String token, String refreshToken) {
    }

    /** A new session with new tokens, whatever the browser held before. */
    @Transactional
    @Retried
    public Opened open(long memberId, Channel channel) {
        LoginSession session = new LoginSession(memberId, channel, time.now());
        String refreshToken = null;
        if (channel == Channel.API) {
            refreshToken = refreshToken(session.id);
            session.refreshHash = Secrets.hash(refreshToken);
        }
        session.persist();
        audit.done(memberId, Audited.of("login", "session", session.id).detail("channel=" + channel));
        return new Opened(session.memberId, tokens.issue(session), refreshToken);
    }

    /**
     * Exchanges a refresh token for a new one and a new access token. A token that was exchanged before ends its session: two
     * people hold it.
     *
     * @return empty if the session is over, now or before
     */
    @Transactional
    @Retried
    public Optional<Opened> renew(String refreshToken) {
        Optional<Long> id = Optional.ofNullable(refreshToken).flatMap(token -> Ids.parse(token.replaceFirst("\\..*$", "")));
        LoginSession session = id.flatMap(known -> LoginSession.<LoginSession> findByIdOptional(known)).orElse(null);
        Instant now = time.now();
        if (session == null || session.refreshHash == null || !session.isAliveAt(now) || !mayLogIn(session.memberId)) {
            return Optional.empty();
        }
        String next = refreshToken(session.id);
        int renewed = LoginSession.update(
                "refreshHash = ?1, lastSeenAt = ?2 where id = ?3 and refreshHash = ?4 and endedAt is null",
                Secrets.hash(next), now, session.id, Secrets.hash(refreshToken));
        if (renewed == 0) {
            end(session.id, LoginSession.EndReason.REUSE);
            return Optional.empty();
        }
        return Optional.of(new Opened(session.memberId, tokens.issue(session), next));
    }

    /** Logout: acts at the very next request, whatever tokens are still about. */
    @Transactional
    @Retried
    public void end(long sessionId) {
        end(sessionId, LoginSession.EndReason.LOGOUT);
    }

    private void end(long sessionId, LoginSession.EndReason reason) {
        LoginSession session = LoginSession.findById(sessionId);
        int ended = LoginSession.update("endedAt = ?1, endReason = ?2 where id = ?3 and endedAt is null", time.now(), reason,
                sessionId);
        if (ended == 1) {
            audit.done(session.memberId, Audited.of("logout", "session", sessionId).detail("reason=" + reason));
        }
    }

    void endAllOf(long memberId, LoginSession.EndReason reason) {
        LoginSession.update("endedAt = ?1, endReason = ?2 where memberId = ?3 and endedAt is null", time.now(), reason,
                memberId);
    }

    /** Who stands behind a token at this moment; empty when the session is over or the account disabled. */
    @ActivateRequestContext
    public Optional<Actor> actor(long sessionId, long memberId, Channel channel) {
        Instant now = time.now();
        Object[] found = database.createQuery("""
                select session, account.state, member.name from LoginSession session
                join Account account on account.memberId = session.memberId
                join Member member on member.id = session.memberId
                where session.id = ?1 and session.memberId = ?2 and session.channel = ?3""", Object[].class)
                .setParameter(1, sessionId).setParameter(2, memberId).setParameter(3, channel)
                .getResultList().stream().findFirst().orElse(null);
        if (found == null || found[1] != Account.State.ACTIVE || !((LoginSession) found[0]).isAliveAt(now)) {
            return Optional.empty();
        }
        noteUse((LoginSession) found[0], now);
        return Optional.of(new Actor(memberId, (String) found[2], sessionId, rolesOf(memberId)));
    }

    private Set<String> rolesOf(long memberId) {
        Set<String> roles = new HashSet<>(Set.of(Actor.MEMBER));
        roles.addAll(Appointment.rolesOf(memberId, time.today()));
        return Set.copyOf(roles);
    }

    private boolean mayLogIn(long memberId) {
        Account account = Account.findById(memberId);
        return account.state == Account.State.ACTIVE;
    }

    private static void noteUse(LoginSession session, Instant now) {
        if (now.isBefore(session.lastSeenAt.plus(NOTED_EVERY))) {
            return;
        }
        QuarkusTransaction.joiningExisting().run(() -> LoginSession.update(
                "lastSeenAt = ?1 where id = ?2 and lastSeenAt = ?3 and endedAt is null", now, session.id, session.lastSeenAt));
    }

    private static String refreshToken(long sessionId) {
        return Ids.text(sessionId) + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random128());
    }
}
