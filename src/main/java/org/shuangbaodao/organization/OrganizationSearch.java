package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.PageOf;

/** Finds organizations by name or code, everywhere or below one of them. */
@ApplicationScoped
class OrganizationSearch {

    private static final String LIVING = "validTo is null";

    /** @param within null for everywhere */
    PageOf<Organization> page(String text, Organization within, int page, int size) {
        String wanted = Names.tidy(text).replaceAll("[%_\\\\]", "");
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder(LIVING);
        if (!wanted.isEmpty()) {
            where.append(" and (name like :name or code like :code)");
            values.put("name", "%" + wanted + "%");
            values.put("code", wanted + "%");
        }
        if (within != null) {
            where.append(" and path like :path and id <> :self");
            values.put("path", within.path + "%");
            values.put("self", within.id);
        }
        return page(where + " order by sortKey, code", where.toString(), values, page, size);
    }

    PageOf<Organization> children(Organization parent, int page) {
        String where = "parentId = :parent and " + LIVING;
        return page(where + " order by sortKey, code", where, Map.of("parent", parent.id), page, PageOf.DEFAULT_SIZE);
    }

    List<Organization> roots() {
        return Organization.list("parentId is null and " + LIVING + " order by tree, sortKey, code");
    }

    private static PageOf<Organization> page(String ordered, String where, Map<String, Object> values, int page, int size) {
        List<Organization> items = Organization.<Organization> find(ordered, values).page(page - 1, size).list();
        return new PageOf<>(items, page, size, Organization.count(where, values));
    }

    /** What a page and a program may know of an organization: no persons. */
    record Line(String code, OrganizationKind kind, String name, LocalDate validFrom, LocalDate validTo) {

        static Line of(Organization organization) {
            return new Line(organization.code, organization.kind, organization.name, organization.validFrom,
                    organization.validTo);
        }
    }
}
