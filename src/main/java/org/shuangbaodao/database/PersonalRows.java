package org.shuangbaodao.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;

import org.shuangbaodao.kernel.Ids;

/** What the features read and forget about one person: each says in a query of its own, with the parameter {@code :member}. */
@ApplicationScoped
public class PersonalRows {

    private final EntityManager database;

    PersonalRows(EntityManager database) {
        this.database = database;
    }

    /**
     * Rows as he takes them with him; what is empty is left out.
     *
     * @param query over entities of the feature, each value with an alias; one that ends in {@code Id} is written as an id
     */
    public List<Map<String, Object>> of(String query, long memberId) {
        return database.createQuery(query, Tuple.class).setParameter("member", memberId).getResultList().stream()
                .map(PersonalRows::row).toList();
    }

    /** @return how many rows it changed or deleted */
    public int forget(String statement, long memberId) {
        return database.createQuery(statement).setParameter("member", memberId).executeUpdate();
    }

    private static Map<String, Object> row(Tuple tuple) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (TupleElement<?> element : tuple.getElements()) {
            String name = element.getAlias();
            Object value = tuple.get(name);
            if (value instanceof Long id && (name.equals("id") || name.endsWith("Id"))) {
                row.put(name, Ids.text(id));
            } else if (value != null && !value.equals("")) {
                row.put(name, value);
            }
        }
        return row;
    }
}
