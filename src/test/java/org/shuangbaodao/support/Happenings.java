package org.shuangbaodao.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Activities, published over HTTP as an office does. */
@ApplicationScoped
public class Happenings {

    private final As as;

    Happenings(As as) {
        this.as = as;
    }

    /** One with its only slot. */
    public record Happening(String id, String slot) {
    }

    /** Times as {@code 2026-06-06T09:00}; no capacity: as many as come. */
    public static Map<String, Object> slot(String from, String to, Integer capacity) {
        Map<String, Object> slot = new HashMap<>(Map.of("startsAt", from, "endsAt", to));
        slot.put("capacity", capacity);
        return slot;
    }

    /** A plan that is in order; a community organizes it. */
    public static Map<String, Object> plan(Organization organizer, List<Map<String, Object>> slots) {
        return new HashMap<>(Map.of("organizerCode", organizer.code, "name", "清理楼道", "content", "清理楼道里的杂物", "place",
                "三号楼", "riskNote", "搬重物当心扭伤", "service", true, "slots", slots));
    }

    public Happening published(Member keeper, Organization organizer, String from, String to, Integer capacity) {
        return published(keeper, plan(organizer, List.of(slot(from, to, capacity))));
    }

    public Happening published(Member keeper, Map<String, Object> plan) {
        String id = as.api(keeper).header("Idempotency-Key", UUID.randomUUID().toString()).body(plan).post("/api/activities")
                .then().statusCode(201).extract().path("ids[0]");
        return new Happening(id, look(id).getString("slots[0].id"));
    }

    /** As everybody sees it. */
    public JsonPath look(String id) {
        return RestAssured.given().accept("application/json").get("/api/activities/" + id).then().statusCode(200)
                .extract().jsonPath();
    }

    /** @return where he stands then */
    public String signUp(Member member, Happening happening) {
        return as.api(member).body(Map.of("slotId", happening.slot)).post("/api/activities/" + happening.id + "/sign-up")
                .then().statusCode(200).extract().path("state");
    }
}
