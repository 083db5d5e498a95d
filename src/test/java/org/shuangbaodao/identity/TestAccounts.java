package org.shuangbaodao.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Names;

/** Accounts for tests: the password is hashed once for all of them, as hashing is slow on purpose. */
@ApplicationScoped
public class TestAccounts {

    private final Passwords passwords;
    private final BusinessTime time;
    private String hash;

    TestAccounts(Passwords passwords, BusinessTime time) {
        this.passwords = passwords;
        this.time = time;
    }

    @Transactional
    public void open(long memberId, String login, String password) {
        Account account = new Account(memberId, time.now());
        account.login = Names.fold(login);
        account.passwordHash = hashed(password);
        account.passwordSetAt = time.now();
        account.persist();
    }

    public boolean has(long memberId) {
        return Account.count("memberId", memberId) > 0;
    }

    private synchronized String hashed(String password) {
        if (hash == null) {
            hash = passwords.hash(password);
        }
        return hash;
    }
}
