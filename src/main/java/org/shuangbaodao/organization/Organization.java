package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.organization.OrganizationKind.Tree;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A node of one of the two trees. {@code path} holds the ids from the root down, so that everything below an organization is
 * one index range.
 */
@Entity
public class Organization extends PanacheEntityBase {

    private static final int STEP = 14;

    @Id
    public Long id;
    public String code;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Tree tree;
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public OrganizationKind kind;
    public String name;
    public String sortKey;
    public Long parentId;
    public String path;
    public Long seatId;
    public boolean unit;
    public LocalDate validFrom;
    public LocalDate validTo;
    public Long successorId;
    @Version
    public int version;

    protected Organization() {
    }

    Organization(String code, OrganizationKind kind, String name, Organization parent, LocalDate validFrom) {
        this.id = Ids.next();
        this.code = code;
        this.tree = kind.tree();
        this.kind = kind;
        rename(name);
        this.parentId = parent == null ? null : parent.id;
        this.path = (parent == null ? "" : parent.path) + Ids.text(id) + "/";
        this.validFrom = validFrom;
    }

    void rename(String newName) {
        this.name = Names.tidy(newName);
        this.sortKey = Names.sortKey(name);
    }

    public boolean existsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Ids from the nearest superior up to the root. */
    public List<Long> superiors() {
        List<Long> superiors = new ArrayList<>();
        for (int end = path.length() - STEP; end > 0; end -= STEP) {
            superiors.add(Ids.parse(path.substring(end - STEP, end - 1)).orElseThrow());
        }
        return superiors;
    }

    /** Whether {@code other} is this organization or stands below it. */
    public boolean holds(Organization other) {
        return other.path.startsWith(path);
    }

    public static Optional<Organization> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public static List<Organization> childrenOf(long parentId) {
        return list("parentId = ?1 order by sortKey, code", parentId);
    }
}
