package org.shuangbaodao.organization;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.database.Retried;
import org.shuangbaodao.organization.OrganizationUpserts.Source;
import org.shuangbaodao.organization.OrganizationUpserts.Wanted;

import org.apache.commons.csv.CSVRecord;

/**
 * Takes the territory from lists: areas, streets and communities from the statistical division list (统计用区划代码), grids and
 * micro-grids from the community's own. Running a list again changes nothing; another name for a known code is a rename.
 */
@ApplicationScoped
public class CommunityImport {

    private static final List<String> DIVISION = List.of("area_code", "area", "street_code", "street", "community_code",
            "community");
    private static final List<String> GRIDS = List.of("community_code", "grid_code", "grid_name", "kind");

    private final OrganizationUpserts upserts;

    CommunityImport(OrganizationUpserts upserts) {
        this.upserts = upserts;
    }

    /**
     * @param validFrom first day of what is founded
     * @param actorId the administrator, null for the installation itself
     */
    @Transactional
    @Retried
    public ImportReport divisions(Reader list, LocalDate validFrom, Long actorId) {
        List<Wanted> wanted = new ArrayList<>();
        Set<String> above = new HashSet<>();
        for (CSVRecord row : OrganizationRows.read(list, DIVISION)) {
            String area = OrganizationRows.cell(row, "area_code");
            String street = OrganizationRows.cell(row, "street_code");
            if (above.add(area)) {
                wanted.add(territory(row, OrganizationKind.AREA, "area", ""));
            }
            if (above.add(street)) {
                wanted.add(territory(row, OrganizationKind.STREET, "street", area));
            }
            wanted.add(territory(row, OrganizationKind.COMMUNITY, "community", street));
        }
        return upserts.apply(wanted, new Source("统计用区划代码", validFrom, actorId));
    }

    /** In the list of grids, {@code community_code} names the superior: the community of a grid, the grid of a micro-grid. */
    @Transactional
    @Retried
    public ImportReport grids(Reader list, LocalDate validFrom, Long actorId) {
        List<Wanted> wanted = OrganizationRows.read(list, GRIDS).stream()
                .map(row -> new Wanted(row.getRecordNumber() + 1, OrganizationRows.cell(row, "grid_code"),
                        gridKind(OrganizationRows.cell(row, "kind")), OrganizationRows.cell(row, "grid_name"),
                        OrganizationRows.cell(row, "community_code"), "", false))
                .toList();
        return upserts.apply(wanted, new Source("网格划分", validFrom, actorId));
    }

    private static Wanted territory(CSVRecord row, OrganizationKind kind, String column, String parent) {
        return new Wanted(row.getRecordNumber() + 1, OrganizationRows.cell(row, column + "_code"), kind,
                OrganizationRows.cell(row, column), parent, "", false);
    }

    private static OrganizationKind gridKind(String text) {
        return switch (text) {
            case "", "GRID", "网格" -> OrganizationKind.GRID;
            case "MICRO_GRID", "微网格" -> OrganizationKind.MICRO_GRID;
            default -> null;
        };
    }
}
