package org.shuangbaodao.identity;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.identity.LoginAttempts.Limit;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Checks login name and password. Deliberately not one transaction: while a password is hashed no connection is held, and a
 * refused attempt stays counted.
 */
@ApplicationScoped
public class Logins {

    /** Longer ones are not passwords but work for us. */
    static final int LONGEST_PASSWORD = 128;

    private final LoginAttempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;

    Logins(LoginAttempts attempts, Passwords passwords, Sessions sessions, AuditTrail audit) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Opens a session for whoever knows the password.
     *
     * @param address of the network, as the server sees it
     * @throws Problem {@code identity/bad-credentials}, {@code identity/too-many-attempts}, {@code identity/busy}
     */
    public Sessions.Opened logIn(String login, String password, String address, Channel channel) {
        String byLogin = attempts.loginBucket(Names.fold(login));
        String byAddress = attempts.addressBucket(address);
        admit(byAddress, Limit.ADDRESS);
        admit(byLogin, Limit.LOGIN);
        Account account = QuarkusTransaction.joiningExisting().call(() -> Account.byLogin(Names.fold(login)).orElse(null));
        boolean right;
        try {
            right = password.length() <= LONGEST_PASSWORD
                    && passwords.matches(password, account == null ? null : account.passwordHash);
        } catch (Problem busy) {
            attempts.takeBack(byLogin);
            attempts.takeBack(byAddress);
            throw busy;
        }
        if (!right || account.state != Account.State.ACTIVE) {
            audit.refused(null, Audited.of("login", "login-name", byLogin));
            throw new Problem(IdentityProblem.BAD_CREDENTIALS);
        }
        attempts.forget(byLogin);
        attempts.takeBack(byAddress);
        return sessions.open(account.memberId, channel);
    }

    private void admit(String bucket, Limit limit) {
        Optional<Duration> wait = attempts.admit(bucket, limit);
        if (wait.isPresent()) {
            audit.refused(null, Audited.of("login", "login-attempt", bucket));
            throw new Problem(IdentityProblem.TOO_MANY_ATTEMPTS, Math.max(1, wait.get().toMinutes()))
                    .with("retryAfter", Math.max(1, wait.get().toSeconds()));
        }
    }
}
