package org.shuangbaodao.organization;

import java.io.Reader;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.organization.OrganizationUpserts.Source;
import org.shuangbaodao.organization.OrganizationUpserts.Wanted;

import org.apache.commons.csv.CSVRecord;

/** Takes the party tree from a list, superiors above their subordinates. Running it again changes nothing but names. */
@ApplicationScoped
public class PartyOrganizationImport {

    private static final List<String> COLUMNS = List.of("code", "kind", "name", "parent_code", "seat_code", "unit");

    private final OrganizationUpserts upserts;

    PartyOrganizationImport(OrganizationUpserts upserts) {
        this.upserts = upserts;
    }

    /**
     * @param validFrom first day of what is founded
     * @param actorId the administrator, null for the installation itself
     */
    @Transactional
    @Retried
    public ImportReport organizations(Reader list, LocalDate validFrom, Long actorId) {
        List<Wanted> wanted = OrganizationRows.read(list, COLUMNS).stream().map(PartyOrganizationImport::wanted).toList();
        return upserts.apply(wanted, new Source("党组织名册", validFrom, actorId));
    }

    private static Wanted wanted(CSVRecord row) {
        return new Wanted(row.getRecordNumber() + 1, OrganizationRows.cell(row, "code"),
                kind(OrganizationRows.cell(row, "kind")), OrganizationRows.cell(row, "name"),
                OrganizationRows.cell(row, "parent_code"), OrganizationRows.cell(row, "seat_code"),
                List.of("1", "true", "是", "Y", "yes").contains(OrganizationRows.cell(row, "unit")));
    }

    private static OrganizationKind kind(String text) {
        return switch (text) {
            case "WORKING_COMMITTEE", "党工委" -> OrganizationKind.WORKING_COMMITTEE;
            case "COMMITTEE", "党委" -> OrganizationKind.COMMITTEE;
            case "GENERAL_BRANCH", "党总支", "总支" -> OrganizationKind.GENERAL_BRANCH;
            case "BRANCH", "党支部", "支部" -> OrganizationKind.BRANCH;
            case "CELL", "党小组" -> OrganizationKind.CELL;
            default -> null;
        };
    }
}
