package org.shuangbaodao.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Office;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Who can log in. */
@ApplicationScoped
public class Accounts {

    // Letters of any script and digits: people may log in by their telephone number or by their name.
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,39}");

    private final Invitations invitations;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final BusinessTime time;

    Accounts(Invitations invitations, Passwords passwords, Sessions sessions, AuditTrail audit, BusinessTime time) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.time = time;
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(Names.fold(text)).matches();
    }

    /**
     * Sets login name and password with a one-time code. Login and password have been looked at by the page; hashing stays
     * outside the transaction.
     */
    long activate(InvitationCode code, String login, String password, Map<ConsentPurpose, Boolean> words) {
        if (Account.byLogin(Names.fold(login)).filter(taken -> !isOf(taken, code)).isPresent()) {
            throw new Problem(IdentityProblem.LOGIN_TAKEN);
        }
        return invitations.redeem(new Invitations.Acceptance(code, login, passwords.hash(password), words));
    }

    private boolean isOf(Account account, InvitationCode code) {
        return invitations.guest(code).filter(guest -> guest.id.equals(account.memberId)).isPresent();
    }

    /** By the installation itself, for the demo: an account with a password it was told. */
    public void install(long memberId, String login, String password) {
        String hash = passwords.hash(password);
        QuarkusTransaction.joiningExisting().run(() -> {
            Account account = new Account(memberId, time.now());
            account.login = Names.fold(login);
            account.passwordHash = hash;
            account.passwordSetAt = time.now();
            account.persist();
            audit.done(null, Audited.of("account-install", "member", memberId));
        });
    }

    /** An administrator shuts somebody out, at once; nobody shuts out himself. */
    @Transactional
    @Retried
    public void disable(long memberId, long actorId) {
        change(memberId, Account.State.DISABLED, actorId);
        sessions.endAllOf(memberId, LoginSession.EndReason.DISABLED);
        audit.done(actorId, Audited.of("account-disable", "member", memberId));
    }

    @Transactional
    @Retried
    public void enable(long memberId, long actorId) {
        change(memberId, Account.State.ACTIVE, actorId);
        audit.done(actorId, Audited.of("account-enable", "member", memberId));
    }

    private void change(long memberId, Account.State state, long actorId) {
        boolean administrator = Appointment.heldBy(actorId, time.today()).stream()
                .anyMatch(held -> held.office == Office.ADMINISTRATOR);
        if (!administrator || actorId == memberId) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        Account account = Account.<Account> findByIdOptional(memberId)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        account.state = state;
    }

    /** Empty for somebody without an account. */
    Optional<Account.State> stateOf(long memberId) {
        return Account.<Account> findByIdOptional(memberId).map(account -> account.state);
    }

    /** Of these people, those who have an account. */
    public Set<Long> among(Collection<Long> memberIds) {
        Set<Long> found = new HashSet<>();
        if (!memberIds.isEmpty()) {
            Account.<Account> list("memberId in ?1", memberIds).forEach(each -> found.add(each.memberId));
        }
        return found;
    }
}
