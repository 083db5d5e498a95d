package org.shuangbaodao.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.KeyFolder;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** Lets auditors and officers verify the books of one branch within their reach. They learn nobody's name by it. */
@ApplicationScoped
public class BranchVerification {

    private final DataSource database;
    private final Organizations organizations;
    private final Offices offices;
    private final KeyFolder keys;
    private final AuditTrail audit;

    BranchVerification(DataSource database, Organizations organizations, Offices offices, KeyFolder keys, AuditTrail audit) {
        this.database = database;
        this.organizations = organizations;
        this.offices = offices;
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * @param head an old one to be found again, or null
     * @throws Problem {@code organization/unknown}, {@code common/forbidden}
     */
    public LedgerVerification.Outcome verify(String code, OldHead head, long actorId) {
        Organization branch = organizations.byCode(code);
        offices.require(actorId, branch, Office.AUDITOR, Office.COMMITTEE_OFFICER);
        audit.done(actorId, Audited.of("ledger-verify", "organization", branch.id));
        Evidence evidence = new Evidence(head == null ? List.of() : List.of(head), List.of(), keys.digestPublicKey());
        // On a connection of its own: it sets what the service's transactions must not have.
        try (Connection connection = database.getConnection()) {
            return LedgerVerification.ofBranch(connection, branch.code, evidence);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
