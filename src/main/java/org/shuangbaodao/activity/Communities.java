package org.shuangbaodao.activity;

import java.util.List;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;

/** Communities by their code or a part of their name. */
public final class Communities {

    private static final int MOST = 30;

    private Communities() {
    }

    /** None where nothing was asked. */
    public static List<Organization> matching(String search) {
        String wanted = Names.tidy(search);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String part = "%" + wanted.replace("%", "").replace("_", "") + "%";
        return Organization.<Organization> find("kind = ?1 and validTo is null and (code = ?2 or name like ?3)"
                + " order by sortKey, code", OrganizationKind.COMMUNITY, wanted, part).page(0, MOST).list();
    }
}
