package org.shuangbaodao.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import org.junit.jupiter.api.Test;

/** The shape of the house. A rule that stands in the way is discussed, not suppressed. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "org.shuangbaodao";

    /** Each line may use the lines above it; packages of one line do not know each other. */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("kernel"),
            Set.of("web"),
            Set.of("database", "calendar", "print"),
            Set.of("audit"),
            Set.of("organization"),
            Set.of("member"),
            Set.of("inbox"),
            Set.of("identity"),
            Set.of("display"),
            Set.of("roster"),
            Set.of("rulebook"),
            Set.of("checkin"),
            Set.of("activity"),
            Set.of("attendance"),
            Set.of("servicerecord"),
            Set.of("rollcall"),
            Set.of("paper"),
            Set.of("ledger"),
            Set.of("resolution"),
            Set.of("award", "pointsitem"),
            Set.of("oversight"),
            Set.of("proof"),
            Set.of("explanation"),
            Set.of("statement"),
            Set.of("rating", "ranking", "certificate", "inspection", "simulation"),
            Set.of("board"),
            Set.of("opendata"),
            Set.of("notice"),
            Set.of("matching", "whistle", "proposal", "emergency", "appraisal"),
            Set.of("personalfile"),
            Set.of("privacy"),
            Set.of("home", "demo", "operations", "design"));

    /** A file for another program, as a calendar, keeps the ending by which that program knows it. */
    private static final Pattern PLAIN_PATH = Pattern
            .compile("/?([a-z0-9-]+|\\{[a-zA-Z]+})?(/([a-z0-9-]+|\\{[a-zA-Z]+}))*(\\.[a-z]{3,4})?");

    @ArchTest
    static final ArchRule featuresAreFreeOfCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule featuresUseOnlyWhatStandsBelowThem = classes().should(useOnlyWhatStandsBelow())
            .because("news travels up as events, knowledge down as injected facades");

    @ArchTest
    static final ArchRule endpointsArePackagePrivateAndNamedPagesOrResource = classes().that(areEndpoints()).should()
            .bePackagePrivate().andShould().haveNameMatching(".*(Pages|Resource)").allowEmptyShould(true)
            .because("features talk through facades, never through each other's web layer");

    @ArchTest
    static final ArchRule endpointsAreUsedByNobody = classes().that(areEndpoints()).should(beUsedByNobody())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule endpointsHaveNeitherTransactionsNorQueries = noClasses().that(areEndpoints()).should()
            .beAnnotatedWith(Transactional.class).orShould().dependOnClassesThat().areAssignableTo(EntityManager.class)
            .allowEmptyShould(true).because("a unit of work is a method of a facade");

    @ArchTest
    static final ArchRule noEndpointMethodOpensATransaction = methods().that().areDeclaredInClassesThat(areEndpoints()).should()
            .notBeAnnotatedWith(Transactional.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesLiveUnderApi = classes().that(areEndpoints()).and().haveSimpleNameEndingWith("Resource")
            .should(liveUnderApi(true)).allowEmptyShould(true);

    @ArchTest
    static final ArchRule pagesLiveOutsideApi = classes().that(areEndpoints()).and().haveSimpleNameEndingWith("Pages")
            .should(liveUnderApi(false)).allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayUseIt = methods().that().areDeclaredInClassesThat(areEndpoints())
            .and(areEndpointMethods()).should(sayWhoMayUseThem()).allowEmptyShould(true)
            .because("what says nothing is denied, and nobody meant that");

    @ArchTest
    static final ArchRule endpointMethodsArePublic = methods().that().areDeclaredInClassesThat(areEndpoints())
            .and(areEndpointMethods()).should().bePublic().allowEmptyShould(true)
            .because("the framework passes over others with no more than a warning");

    @ArchTest
    static final ArchRule pathsAreLowerCaseWordsDigitsAndHyphens = classes().that(areEndpoints()).should(havePlainPaths())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should()
            .callMethodWhere(describe("reads the time of the system", ArchitectureTest::readsSystemTime))
            .because("every day boundary is one of Asia/Shanghai, and tests set the clock");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses().should()
            .haveNameMatching(".*(Impl|DAO|Dao|DTO|Dto|Util|Utils|Helper|Manager|Processor|Handler)");

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule amountsAreIntegers = fields().that()
            .areDeclaredInClassesThat(
                    resideInAnyPackage(packages("ledger", "rulebook", "servicerecord", "award", "pointsitem", "simulation")))
            .should()
            .notHaveRawType(describe("a floating number",
                    type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                            .contains(type.getName())))
            .allowEmptyShould(true).because("minutes and points are counted, never approximated");

    @ArchTest
    static final ArchRule entitiesStayInTheirFeature = classes().that().areAnnotatedWith(Entity.class).and()
            .resideOutsideOfPackages(packages("organization", "member", "servicerecord")).should(beUsedInTheirPackageOnly())
            .allowEmptyShould(true)
            .because("other features know ids and views, so that a table can change; a record travels with its decision");

    @Test
    void everyFeatureTellsItsPurpose() throws IOException {
        Path sources = Path.of("src/main/java/org/shuangbaodao");
        try (Stream<Path> features = Files.list(sources)) {
            assertThat(features.filter(Files::isDirectory)).allSatisfy(
                    feature -> assertThat(feature.resolve("package-info.java")).isRegularFile());
        }
    }

    private static ArchCondition<JavaClass> useOnlyWhatStandsBelow() {
        Map<String, Set<String>> allowed = allowed();
        return new ArchCondition<>("use only what stands below them") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String feature = feature(type);
                if (!allowed.containsKey(feature)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no package of the table"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String used = feature(dependency.getTargetClass());
                    if (used != null && !used.equals(feature) && !allowed.get(feature).contains(used)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static Map<String, Set<String>> allowed() {
        Map<String, Set<String>> allowed = new TreeMap<>();
        Set<String> below = new TreeSet<>();
        for (Set<String> layer : LAYERS) {
            layer.forEach(feature -> allowed.put(feature, Set.copyOf(below)));
            below.addAll(layer);
        }
        return allowed;
    }

    /** Null for classes that are not ours, empty for the root package itself. */
    private static String feature(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.equals(ROOT) && !name.startsWith(ROOT + ".")) {
            return null;
        }
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
    }

    private static DescribedPredicate<JavaClass> areEndpoints() {
        return describe("are endpoints", type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class));
    }

    private static DescribedPredicate<JavaMethod> areEndpointMethods() {
        return describe("are endpoint methods", method -> method.isMetaAnnotatedWith(HttpMethod.class));
    }

    private static ArchCondition<JavaClass> beUsedByNobody() {
        return new ArchCondition<>("be used by nobody but themselves") {

            @Override
            public void check(JavaClass endpoint, ConditionEvents events) {
                endpoint.getDirectDependenciesToSelf().stream()
                        .filter(use -> !outermost(use.getOriginClass()).equals(endpoint))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static ArchCondition<JavaClass> liveUnderApi(boolean expected) {
        return new ArchCondition<>(expected ? "live under /api" : "live outside /api") {

            @Override
            public void check(JavaClass endpoint, ConditionEvents events) {
                String path = endpoint.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
                if (path.matches("/?api(/.*)?") != expected) {
                    events.add(SimpleConditionEvent.violated(endpoint, endpoint.getName() + " is at " + path));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayUseThem() {
        List<Class<? extends Annotation>> answers = List.of(PermitAll.class, RolesAllowed.class, Authenticated.class,
                DenyAll.class);
        return new ArchCondition<>("say who may use them") {

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (answers.stream().noneMatch(answer -> method.isAnnotatedWith(answer)
                        || method.getOwner().isAnnotatedWith(answer))) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not say who may use it"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> havePlainPaths() {
        return new ArchCondition<>("have plain paths") {

            @Override
            public void check(JavaClass endpoint, ConditionEvents events) {
                Stream.concat(endpoint.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).stream(),
                        endpoint.getMethods().stream()
                                .flatMap(method -> method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).stream()))
                        .filter(path -> !PLAIN_PATH.matcher(path.value()).matches())
                        .forEach(path -> events
                                .add(SimpleConditionEvent.violated(endpoint, endpoint.getName() + " has " + path.value())));
            }
        };
    }

    private static boolean readsSystemTime(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean now = owner.startsWith("java.time.") && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> beUsedInTheirPackageOnly() {
        return new ArchCondition<>("be used in their package only") {

            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(entity.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static String[] packages(String... features) {
        return Stream.of(features).map(feature -> ROOT + "." + feature + "..").toArray(String[]::new);
    }
}
