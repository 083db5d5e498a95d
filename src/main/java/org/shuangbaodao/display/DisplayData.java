package org.shuangbaodao.display;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.database.PersonalRows;
import org.shuangbaodao.kernel.PersonalData;

/** How he wanted pages to look. */
@ApplicationScoped
class DisplayData implements PersonalData {

    private final PersonalRows rows;

    DisplayData(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public String section() {
        return "display";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(long memberId) {
        return Map.of("preference", rows.of("select p.language as language, p.theme as theme, p.textSize as textSize"
                + " from DisplayPreference p where p.memberId = :member", memberId));
    }

    @Override
    public void forget(long memberId) {
        rows.forget("delete from DisplayPreference where memberId = :member", memberId);
    }
}
