package org.shuangbaodao.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PublicFigures;

/** Leaves a row for the fold, so that every replica learns of the change; one is enough for a transaction. */
@ApplicationScoped
class BoardChanges {

    private static final Object LEFT = BoardChanges.class;

    private final EntityManager database;
    private final TransactionSynchronizationRegistry transaction;

    BoardChanges(EntityManager database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    void leave(@Observes PublicFigures.Changed change) {
        if (transaction.getResource(LEFT) == null) {
            transaction.putResource(LEFT, true);
            database.createNativeQuery("insert into board_change (id) values (?)").setParameter(1, Ids.next()).executeUpdate();
        }
    }
}
