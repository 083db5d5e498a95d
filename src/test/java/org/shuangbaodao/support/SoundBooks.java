package org.shuangbaodao.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.proof.Evidence;
import org.shuangbaodao.proof.LedgerVerification;

/** Whatever a test did to a branch, its books must verify afterwards. */
@ApplicationScoped
public class SoundBooks {

    private final DataSource database;
    private final KeyFolder keys;

    SoundBooks(DataSource database, KeyFolder keys) {
        this.database = database;
        this.keys = keys;
    }

    public void of(Organization branch) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(LedgerVerification.ofBranch(connection, branch.code, Evidence.none(keys.digestPublicKey())).findings())
                    .isEmpty();
        }
    }
}
