package org.shuangbaodao.database;

import java.sql.Timestamp;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;

/** The keys this database has been used with. A service with other keys would log everybody out and read no personal field. */
@ApplicationScoped
class KeyFingerprints {

    private final EntityManager database;
    private final BusinessTime time;

    KeyFingerprints(EntityManager database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    /**
     * Notes the digests at the first start.
     *
     * @throws IllegalStateException if the database knows other keys
     */
    @Transactional
    void check(Map<String, String> digests) {
        digests.forEach((name, digest) -> {
            database.createNativeQuery("insert ignore into key_fingerprint (name, digest, created_at) values (?, ?, ?)")
                    .setParameter(1, name).setParameter(2, digest).setParameter(3, Timestamp.from(time.now()))
                    .executeUpdate();
            Object known = database.createNativeQuery("select digest from key_fingerprint where name = ?")
                    .setParameter(1, name).getSingleResult();
            if (!known.equals(digest)) {
                throw new IllegalStateException(("The key '%s' is not the one this database was used with. Restore the keys"
                        + " folder from the backup, or set APP_KEYS_FOLDER to the right one.").formatted(name));
            }
        });
    }
}
