package org.shuangbaodao.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/**
 * His lines in the books. They hold ids and numbers, never names or free text, so that they prove what they prove without him.
 */
@ApplicationScoped
class BookData implements PersonalData {

    private final PersonalRows rows;

    BookData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "ledger";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("entries", rows.of("select e.id as id, e.book as book, e.period as period, e.servedOn as servedOn, e.amount"
                + " as amount, e.kind as kind, e.ruleItem as ruleItem, e.ruleVersion as ruleVersion,"
                + " e.parameters as parameters, e.sourceType as sourceType, e.sourceId as sourceId,"
                + " e.sourceRevision as sourceRevision, e.postedAt as postedAt, e.hash as hash from"
                + " LedgerEntry e where e.holderId = :member order by e.id", memberId));
        return all;
    }

    @Override
    public void forget(long memberId) {
        // The books are not changed: that is what they are for.
    }
}
