package org.shuangbaodao.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.shuangbaodao.support.Chromium;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody can read and use every page. All templates there are, by all who open them, in all languages and themes: pair by
 * pair usually, each with each where {@code -Daccessibility.full} asks for it.
 */
@QuarkusTest
@TestProfile(DemoProfile.class)
class AccessibilityTest {

    private static final boolean FULL = Boolean.getBoolean("accessibility.full");
    private static final int THREADS = 2;

    @Inject
    Scenes scenes;
    @Inject
    TestClock clock;

    private final Map<Reader, String> sessions = new EnumMap<>(Reader.class);
    private final List<Sight> sights = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    @BeforeEach
    void everythingThereIsToSee() throws Exception {
        Chromium.assumeIsThere();
        scenes.play();
        for (Reader reader : Reader.values()) {
            sessions.put(reader, scenes.logIn(reader));
        }
        sights.addAll(scenes.sights());
        for (Walk walk : inParallel(Stream.of(Reader.values()).map(this::walk).toList())) {
            sights.addAll(walk.sights());
            broken.addAll(walk.broken());
        }
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void noPageKeepsAnybodyOut() throws Exception {
        Set<String> unseen = new TreeSet<>(PageTemplates.ALL);
        sights.forEach(sight -> unseen.remove(sight.template()));
        List<Look> looks = FULL ? Look.all(sights) : Look.pairwise(sights);
        List<Finding> findings = inParallel(split(looks).stream().map(this::look).toList()).stream().flatMap(List::stream)
                .toList();

        assertAll(
                () -> assertThat(unseen).as("templates no page was drawn from").isEmpty(),
                () -> assertThat(broken).as("links that lead nowhere").isEmpty(),
                () -> assertThat(findings).as(Finding.report(findings)).isEmpty());
    }

    private Callable<Walk> walk(Reader reader) {
        return () -> new Walk(reader, sessions.get(reader)).from(scenes.doors(reader));
    }

    private Callable<List<Finding>> look(List<Look> looks) {
        return () -> {
            try (Eyes eyes = new Eyes(sessions)) {
                looks.forEach(FULL ? eyes::study : eyes::glance);
                // Afterwards, as some of it may change what there is to see.
                eyes.sendEmptyForms();
                return eyes.findings();
            }
        };
    }

    // By reader, so that each has one window.
    private static List<List<Look>> split(List<Look> looks) {
        List<List<Look>> parts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            parts.add(new ArrayList<>());
        }
        looks.stream().collect(Collectors.groupingBy(look -> look.sight().reader())).values().stream()
                .sorted(Comparator.comparing(own -> -own.size()))
                .forEach(own -> parts.stream().min(Comparator.comparing(List::size)).orElseThrow().addAll(own));
        return parts;
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
