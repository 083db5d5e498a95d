package org.shuangbaodao.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Whether the demo was seeded before: its accounts are the last thing written about people. */
@ApplicationScoped
class DemoAccounts {

    private final EntityManager database;

    DemoAccounts(EntityManager database) {
        this.database = database;
    }

    boolean areThere() {
        return !database.createNativeQuery("select member_id from account where login = ?")
                .setParameter(1, DemoLogin.MEMBER.login()).getResultList().isEmpty();
    }
}
