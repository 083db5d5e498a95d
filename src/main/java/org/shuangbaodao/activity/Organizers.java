package org.shuangbaodao.activity;

import java.util.List;
import java.util.Set;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;

/** Organizations that stand for activities, by their code or a part of their name. */
public final class Organizers {

    private static final int MOST = 30;

    private Organizers() {
    }

    public static List<Organization> communities(String search) {
        return matching(search, Set.of(OrganizationKind.COMMUNITY));
    }

    /** None where nothing was asked. */
    static List<Organization> matching(String search, Set<OrganizationKind> kinds) {
        String wanted = Names.tidy(search);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String part = "%" + wanted.replace("%", "").replace("_", "") + "%";
        return Organization.<Organization> find("kind in ?1 and validTo is null and (code = ?2 or name like ?3)"
                + " order by sortKey, code", kinds, wanted, part).page(0, MOST).list();
    }
}
