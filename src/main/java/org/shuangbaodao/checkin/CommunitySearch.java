package org.shuangbaodao.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/**
 * Finds communities by what people remember of them: part of the name, the street, the code, or pinyin. Names repeat from
 * street to street, so each is shown with its street and district.
 */
@ApplicationScoped
class CommunitySearch {

    static final int MOST = 30;
    private static final int MOST_WORDS = 4;

    private final EntityManager database;
    private final Organizations organizations;
    private final BusinessTime time;

    CommunitySearch(EntityManager database, Organizations organizations, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.time = time;
    }

    /** A community with what tells it from others of its name. */
    record Place(String code, String name, String street, String area) {
    }

    /** Every word has to occur, in the community's name or its street's. At most {@link #MOST}. */
    List<Place> find(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        StringBuilder query = new StringBuilder("select c from Organization c join Organization s on s.id = c.parentId"
                + " where c.kind = :kind and c.validFrom <= :today and (c.validTo is null or c.validTo >= :today)");
        for (int i = 0; i < words.size(); i++) {
            query.append(
                    " and (lower(c.name) like :w%1$d escape '!' or lower(s.name) like :w%1$d escape '!' or c.code like :p%1$d escape '!'"
                            .formatted(i))
                    .append(" or replace(c.sortKey, ' ', '') like :p%d escape '!')".formatted(i));
        }
        TypedQuery<Organization> found = database.createQuery(query.append(" order by c.sortKey, s.sortKey, c.code").toString(),
                Organization.class).setParameter("kind", OrganizationKind.COMMUNITY).setParameter("today", time.today());
        for (int i = 0; i < words.size(); i++) {
            found.setParameter("w" + i, "%" + escaped(words.get(i)) + "%").setParameter("p" + i, escaped(words.get(i)) + "%");
        }
        return places(found.setMaxResults(MOST).getResultList());
    }

    /** The community of this code, if it takes check-ins today. */
    Optional<Place> byCode(String code) {
        return organizations.find(Names.tidy(code))
                .filter(found -> found.kind == OrganizationKind.COMMUNITY && found.existsOn(time.today()))
                .map(found -> places(List.of(found)).get(0));
    }

    Place of(Organization community) {
        return places(List.of(community)).get(0);
    }

    List<Place> places(List<Organization> communities) {
        Map<Long, Organization> superiors = organizations
                .byIds(communities.stream().flatMap(each -> each.superiors().stream()).distinct().toList());
        return communities.stream()
                .map(each -> new Place(each.code, each.name, name(superiors, each, 0), name(superiors, each, 1)))
                .toList();
    }

    private static String name(Map<Long, Organization> superiors, Organization community, int step) {
        List<Long> ids = community.superiors();
        return ids.size() > step ? superiors.get(ids.get(step)).name : "";
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Names.fold(text).split(" ")) {
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return words;
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
