package org.shuangbaodao.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** The links by which he shows his books. */
@ApplicationScoped
class LinkData implements PersonalData {

    private final PersonalRows rows;

    LinkData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "ledgerLinks";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("links", rows.of("select l.id as id, l.year as year, l.createdAt as createdAt, l.expiresAt as expiresAt,"
                + " l.revokedAt as revokedAt from LedgerLink l where l.holderId = :member order by l.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        rows.forget("delete from LedgerLink where holderId = :member", memberId);
    }
}
