package org.shuangbaodao.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.organization.CommunityImport;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.organization.PartyOrganizationImport;

import org.apache.commons.csv.CSVFormat;

/** The real territory of five districts, and a party tree made up for the branches that the sample roster names. */
@ApplicationScoped
class DemoTrees {

    static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);
    static final String DISTRICT = "500109";
    static final String ROOT = "BB";

    private static final Pattern BRANCH = Pattern.compile("(.+?)(机关|第一|第二|离退休)党支部");
    private static final int HOSTS = 48;
    private static final int GRIDS = 3;

    private final CommunityImport territory;
    private final PartyOrganizationImport party;
    private final Organizations organizations;

    DemoTrees(CommunityImport territory, PartyOrganizationImport party, Organizations organizations) {
        this.territory = territory;
        this.party = party;
        this.organizations = organizations;
    }

    /** @return the communities where the demo's members serve */
    List<Organization> plant() {
        try (Reader divisions = open("/demo/communities-chongqing.csv")) {
            territory.divisions(divisions, BEGINNING, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Organization> hosts = organizations.below(organizations.byCode(DISTRICT), OrganizationKind.COMMUNITY).stream()
                .filter(community -> community.name.contains("社区"))
                .sorted(java.util.Comparator.comparing(community -> community.code)).limit(HOSTS).toList();
        territory.grids(new StringReader(grids(hosts)), BEGINNING, null);
        party.organizations(new StringReader(partyTree()), BEGINNING, null);
        return hosts;
    }

    private static String grids(List<Organization> hosts) {
        StringBuilder list = new StringBuilder("community_code,grid_code,grid_name,kind\n");
        for (Organization host : hosts) {
            for (int i = 1; i <= GRIDS; i++) {
                list.append("%s,%s-%d,%s第%d网格,GRID\n".formatted(host.code, host.code, i, host.name.replace("居民委员会", ""), i));
            }
        }
        return list.toString();
    }

    private String partyTree() {
        Map<String, Set<String>> units = branchesByUnit();
        Map<String, String> streets = new LinkedHashMap<>();
        organizations.below(organizations.byCode(DISTRICT), OrganizationKind.STREET)
                .forEach(street -> streets.put(street.name, street.code));
        StringBuilder list = new StringBuilder("code,kind,name,parent_code,seat_code,unit\n");
        list.append("%s,党委,中共北碚区委员会（演示）,,,\n".formatted(ROOT));
        list.append("%s-JG,党工委,区直机关工作委员会,%s,,\n".formatted(ROOT, ROOT));
        int number = 0;
        for (Map.Entry<String, Set<String>> unit : units.entrySet()) {
            String code = "%s-%02d".formatted(ROOT, ++number);
            boolean street = streets.containsKey(unit.getKey());
            list.append("%s,%s,%s%s,%s,%s,%s\n".formatted(code, street ? "党工委" : "党委", unit.getKey(),
                    street ? "党工委" : "党委", street ? ROOT : ROOT + "-JG", street ? streets.get(unit.getKey()) : "",
                    street ? "" : "1"));
            int branch = 0;
            for (String name : unit.getValue()) {
                list.append("%s-%d,党支部,%s,%s,,\n".formatted(code, ++branch, name, code));
            }
        }
        return list.toString();
    }

    private static Map<String, Set<String>> branchesByUnit() {
        Map<String, Set<String>> units = new LinkedHashMap<>();
        try (Reader roster = open("/demo/roster-sample.csv")) {
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(roster).forEach(row -> {
                Matcher branch = BRANCH.matcher(row.get("所在党支部"));
                if (branch.matches()) {
                    units.computeIfAbsent(branch.group(1), key -> new LinkedHashSet<>()).add(branch.group());
                }
            });
            return units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String resource) {
        return new InputStreamReader(DemoTrees.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
    }
}
