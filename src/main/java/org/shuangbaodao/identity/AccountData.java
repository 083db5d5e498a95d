package org.shuangbaodao.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** The account and its sessions; hashes are nobody's to take, not even his. */
@ApplicationScoped
class AccountData implements PersonalData {

    private final PersonalRows rows;

    AccountData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("account", rows.of("select a.login as login, a.state as state, a.createdAt as createdAt,"
                + " a.passwordSetAt as passwordSetAt from Account a where a.memberId = :member", memberId));
        all.put("sessions", rows.of("select s.channel as channel, s.startedAt as startedAt, s.lastSeenAt as lastSeenAt,"
                + " s.endedAt as endedAt, s.endReason as endReason from LoginSession s where s.memberId = :member order by s.id",
                memberId));
        all.put("invitations", rows.of("select i.state as state, i.issuedAt as issuedAt, i.expiresAt as expiresAt,"
                + " i.closedAt as closedAt from Invitation i where i.memberId = :member order by i.id", memberId));
        all.put("paperAcceptances", rows.of("select p.signedOn as signedOn, p.exchange as exchange,"
                + " p.publicName as publicName, p.state as state, p.enteredAt as enteredAt from PaperAcceptance p"
                + " where p.memberId = :member order by p.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("delete from LoginSession where memberId = :member", memberId);
        rows.forget("delete from Invitation where memberId = :member", memberId);
        rows.forget("delete from Account where memberId = :member", memberId);
    }
}
