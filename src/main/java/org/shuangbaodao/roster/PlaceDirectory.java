package org.shuangbaodao.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.shuangbaodao.kernel.Names;

/** The organizations a cell may mean, by full name, by the short one people use, and by likeness. */
final class PlaceDirectory {

    private static final int SUGGESTIONS = 3;

    private final UnaryOperator<String> shortener;
    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, List<Place>> byShortName = new HashMap<>();
    private final Map<Integer, Set<Place>> byCharacter = new HashMap<>();
    // The same wrong name tends to stand in many rows.
    private final Map<String, List<Place>> nearest = new HashMap<>();

    private PlaceDirectory(List<Place> places, UnaryOperator<String> shortener) {
        this.shortener = shortener;
        for (Place place : places) {
            add(byName, place.name, place);
            add(byName, place.above + place.name, place);
            add(byName, place.code, place);
            add(byShortName, shortener.apply(place.name), place);
            core(place.name).codePoints()
                    .forEach(character -> byCharacter.computeIfAbsent(character, each -> new LinkedHashSet<>()).add(place));
        }
    }

    static PlaceDirectory ofCommunities(List<Place> communities) {
        return new PlaceDirectory(communities, PlaceDirectory::shortCommunity);
    }

    static PlaceDirectory ofBranches(List<Place> branches) {
        return new PlaceDirectory(branches, PlaceDirectory::shortBranch);
    }

    private static void add(Map<String, List<Place>> index, String key, Place place) {
        List<Place> places = index.computeIfAbsent(key, each -> new ArrayList<>(1));
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    /** Exactly so called, with or without the superior's name in front, or known by this code. */
    List<Place> named(String text) {
        return byName.getOrDefault(text, List.of());
    }

    /** Those for which {@code text} is a usual other way to write the name. */
    List<Place> shortlyNamed(String text) {
        return byShortName.getOrDefault(shortener.apply(text), List.of());
    }

    /** The most alike, best first; none where nothing is alike enough to be meant. */
    List<Place> nearest(String text) {
        return nearest.computeIfAbsent(text, this::search);
    }

    private List<Place> search(String text) {
        String wanted = core(text);
        int length = wanted.codePointCount(0, wanted.length());
        int allowed = length <= 2 ? 1 : Math.max(2, length / 3);
        Set<Place> candidates = new LinkedHashSet<>();
        wanted.codePoints().forEach(character -> candidates.addAll(byCharacter.getOrDefault(character, Set.of())));
        return candidates.stream().map(place -> Map.entry(distance(wanted, core(place.name)), place))
                .filter(each -> each.getKey() <= allowed)
                .sorted(Comparator.<Map.Entry<Integer, Place>> comparingInt(Map.Entry::getKey)
                        .thenComparing(each -> distance(text, each.getValue().name))
                        .thenComparing(each -> each.getValue().name).thenComparing(each -> each.getValue().code))
                .limit(SUGGESTIONS).map(Map.Entry::getValue).toList();
    }

    /** What tells names apart once the words they all share are gone. */
    private String core(String name) {
        String shortened = shortener.apply(name);
        return shortened.isEmpty() ? name : shortened.replaceFirst("#.$", "");
    }

    /** 东坪村村民委员会, 东坪村民委员会, 东坪村委会 and 东坪村 mean one village; 沙湾社区, 沙湾居委会 one neighbourhood. */
    private static String shortCommunity(String name) {
        String plain = Names.tidy(name).replace(" ", "");
        String village = plain.replaceFirst("(村村民委员会|村民委员会|村委会|村委|村)$", "");
        if (village.length() < plain.length()) {
            return village + "#村";
        }
        return plain.replaceFirst("(社区)?(居民委员会|居委会|居委)$", "").replaceFirst("社区$", "") + "#居";
    }

    /** 中共 in front and 党 in 党支部 are often left out, and 第1 stands for 第一. */
    private static String shortBranch(String name) {
        String plain = Names.tidy(name).replace(" ", "").replaceFirst("^(中国共产党|中共)", "").replace("党支部", "支部")
                .replace("支部委员会", "支部");
        return plain.replaceAll("第?1支部", "第一支部").replaceAll("第?2支部", "第二支部").replaceAll("第?3支部", "第三支部")
                .replaceAll("第?4支部", "第四支部").replaceAll("第?5支部", "第五支部").replaceFirst("支部$", "");
    }

    /** Levenshtein's, over code points: a rare character counts as one. */
    static int distance(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length];
    }

    /** @param above the name of its superior: the street of a community */
    record Place(long id, String code, String name, String above) {

        String withSuperior() {
            return above.isEmpty() ? name : name + "(" + above + ")";
        }
    }
}
