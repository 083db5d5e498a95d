package org.shuangbaodao.accessibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoProfile.class)
class AccessibilityTest {

    @Test
    void x() {
        long t0 = System.nanoTime();
        List<Sight> all = new ArrayList<>();
        for (Reader reader : Reader.values()) {
            Pages pages = new Pages();
            if (reader != Reader.VISITOR) {
                var form = Pages.form(pages.get("/login"), "/login");
                var a = pages.submit(form, Map.of("login", reader.login(), "password", DemoProfile.PASSWORD));
                System.out.println("LOGIN " + reader + a.status());
            }
            Walk walk = new Walk(reader, pages);
            List<Sight> s = walk.from("/");
            System.out.println("WALK " + reader + " " + s.size() + " broken " + walk.broken() + " "
                    + (System.nanoTime() - t0) / 1000000);
            all.addAll(s);
        }
        Map<String, TreeSet<String>> by = new TreeMap<>();
        all.forEach(s -> by.computeIfAbsent(s.template(), k -> new TreeSet<>()).add(s.reader().name()));
        by.forEach((k, v) -> System.out.println("SEEN " + k + " " + v));
        PageTemplates.ALL.stream().filter(t -> !by.containsKey(t)).forEach(t -> System.out.println("MISSING " + t));
    }
}
