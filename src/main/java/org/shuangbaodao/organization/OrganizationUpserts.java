package org.shuangbaodao.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.PublicFigures;
import org.shuangbaodao.organization.ImportReport.Reason;
import org.shuangbaodao.organization.ImportReport.RowError;

/** Brings the trees to what a list says: founds what is missing, renames what is called otherwise, leaves the rest alone. */
@ApplicationScoped
class OrganizationUpserts {

    private static final int LOOK_UP = 1000;

    private final EntityManager database;
    private final AuditTrail audit;
    private final PublicFigures figures;
    private final BusinessTime time;

    OrganizationUpserts(EntityManager database, AuditTrail audit, PublicFigures figures, BusinessTime time) {
        this.database = database;
        this.audit = audit;
        this.figures = figures;
        this.time = time;
    }

    /** Needs a running transaction. A superior must be known already or stand above its subordinates in the list. */
    ImportReport apply(List<Wanted> list, Source source) {
        Map<String, Organization> known = known(list);
        List<RowError> errors = new ArrayList<>();
        int created = 0;
        int renamed = 0;
        int unchanged = 0;
        for (Wanted wanted : list) {
            Organization present = known.get(wanted.code);
            Reason refusal = present == null ? refusalToFound(wanted, known) : refusalToKeep(wanted, present, known);
            if (refusal != null) {
                errors.add(new RowError(wanted.row, refusal, wanted.code));
            } else if (present == null) {
                known.put(wanted.code, found(wanted, known, source));
                created++;
            } else if (!present.name.equals(wanted.name)) {
                rename(present, wanted.name, source);
                renamed++;
            } else {
                unchanged++;
            }
        }
        database.flush();
        audit.done(source.actorId, Audited.of("organization-import", "organization", source.document)
                .detail("created=%d renamed=%d unchanged=%d errors=%d".formatted(created, renamed, unchanged, errors.size())));
        figures.changed();
        return new ImportReport(created, renamed, unchanged, List.copyOf(errors));
    }

    private static Map<String, Organization> known(Collection<Wanted> list) {
        Set<String> codes = new HashSet<>();
        for (Wanted wanted : list) {
            codes.add(wanted.code);
            codes.add(wanted.parentCode);
            codes.add(wanted.seatCode);
        }
        List<String> all = List.copyOf(codes);
        Map<String, Organization> known = new HashMap<>();
        for (int from = 0; from < all.size(); from += LOOK_UP) {
            Organization.<Organization> list("code in ?1", all.subList(from, Math.min(all.size(), from + LOOK_UP)))
                    .forEach(each -> known.put(each.code, each));
        }
        return known;
    }

    private static Reason refusalToFound(Wanted wanted, Map<String, Organization> known) {
        if (wanted.code.isEmpty() || wanted.name.isEmpty()) {
            return Reason.INCOMPLETE;
        }
        if (wanted.code.length() > 40 || wanted.name.length() > 120) {
            return Reason.TOO_LONG;
        }
        if (wanted.kind == null) {
            return Reason.UNKNOWN_KIND;
        }
        Organization parent = known.get(wanted.parentCode);
        if (!wanted.parentCode.isEmpty() && parent == null) {
            return Reason.UNKNOWN_SUPERIOR;
        }
        if (!wanted.seatCode.isEmpty() && !known.containsKey(wanted.seatCode)) {
            return Reason.UNKNOWN_SEAT;
        }
        boolean fits = parent == null ? wanted.kind.mayBeRoot() : parent.kind.mayHold(wanted.kind);
        return fits ? null : Reason.WRONG_PLACE;
    }

    private static Reason refusalToKeep(Wanted wanted, Organization present, Map<String, Organization> known) {
        if (wanted.name.isEmpty()) {
            return Reason.INCOMPLETE;
        }
        if (wanted.name.length() > 120) {
            return Reason.TOO_LONG;
        }
        if (present.kind != wanted.kind) {
            return Reason.OTHER_KIND;
        }
        if (present.validTo != null) {
            return Reason.DISSOLVED;
        }
        Organization parent = known.get(wanted.parentCode);
        Long parentId = parent == null ? null : parent.id;
        return Objects.equals(present.parentId, parentId) ? null : Reason.STANDS_ELSEWHERE;
    }

    private Organization found(Wanted wanted, Map<String, Organization> known, Source source) {
        Organization founded = new Organization(wanted.code, wanted.kind, wanted.name, known.get(wanted.parentCode),
                source.validFrom);
        founded.seatId = wanted.seatCode.isEmpty() ? null : known.get(wanted.seatCode).id;
        founded.unit = wanted.unit;
        founded.persist();
        return founded;
    }

    private void rename(Organization present, String name, Source source) {
        new OrganizationChange(present, OrganizationChange.Kind.RENAMED, time.today(), present.name, name)
                .recorded(source.document, source.actorId, time.now()).persist();
        present.rename(name);
    }

    /** One organization as a list has it; {@code parentCode} and {@code seatCode} are empty where there is none. */
    record Wanted(long row, String code, OrganizationKind kind, String name, String parentCode, String seatCode,
            boolean unit) {
    }

    /** @param document what the list is called, noted as the basis of renames */
    record Source(String document, LocalDate validFrom, Long actorId) {
    }
}
