package org.shuangbaodao.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.shuangbaodao.process.ServiceProcess;

import com.fasterxml.jackson.databind.ObjectMapper;

/** People who report, confirm and award side by side, each trio in its own branch and community. */
final class Lanes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);

    private final List<Population.Lane> people;
    private final List<String> members = new ArrayList<>();
    private final List<String> confirmers = new ArrayList<>();
    private final List<String> secretaries = new ArrayList<>();
    private final ServiceProcess service;
    private final List<Wire> wires = new ArrayList<>();

    Lanes(List<Population.Lane> people, ServiceProcess service) throws IOException, InterruptedException {
        this.people = people;
        this.service = service;
        for (Population.Lane lane : people) {
            members.add("Bearer " + service.token(lane.member()));
            confirmers.add("Bearer " + service.token(lane.confirmer()));
            secretaries.add("Bearer " + service.token(lane.secretary()));
            wires.add(new Wire(service.port()));
        }
    }

    int count() {
        return people.size();
    }

    Wire wire(int lane) {
        return wires.get(lane);
    }

    /** Reports an hour on the lane's {@code day}-th day. */
    String report(int lane, int day) throws IOException {
        LocalDate date = FIRST_DAY.plusDays(day);
        return JSON.readTree(expect(lane, 201, Wire.request("POST", "/api/records", """
                {"startedAt":"%sT09:00","endedAt":"%sT10:00","summary":"小区门口值守","communityCode":"%s","lateReason":"基准"}"""
                .formatted(date, date, people.get(lane).communityCode()), "Authorization", members.get(lane),
                "Idempotency-Key", UUID.randomUUID().toString())).body()).get("id").asText();
    }

    void confirm(int lane, String id) throws IOException {
        expect(lane, 200, Wire.request("POST", "/api/records/" + id + "/confirmation", "{}", "Authorization",
                confirmers.get(lane)));
    }

    void award(int lane, String id) throws IOException {
        expect(lane, 200, awarding(lane, id));
    }

    byte[] awarding(int lane, String id) {
        return Wire.request("POST", "/api/records/" + id + "/award", "{}", "Authorization", secretaries.get(lane));
    }

    /** All of them in one request. */
    void decide(int lane, String verb, List<String> ids) throws IOException {
        String items = String.join(",", ids.stream().map("{\"id\":\"%s\"}"::formatted).toList());
        String answer = expect(lane, 200, Wire.request("POST", "/api/records/decisions",
                "{\"verb\":\"%s\",\"items\":[%s]}".formatted(verb, items), "Authorization",
                (verb.equals("AWARD") ? secretaries : confirmers).get(lane))).text();
        if (answer.contains("\"done\":false")) {
            throw new IOException(answer);
        }
    }

    /** @return records that only wait for their award */
    List<String> confirmed(int lane, int firstDay, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(report(lane, firstDay + i));
        }
        for (int from = 0; from < count; from += 200) {
            decide(lane, "CONFIRM", ids.subList(from, Math.min(count, from + 200)));
        }
        return ids;
    }

    private Wire.Answer expect(int lane, int status, byte[] request) throws IOException {
        Wire.Answer answer = wires.get(lane).exchange(request);
        if (answer.status() != status) {
            throw new IOException("Answered " + answer.status() + " instead of " + status + ": " + answer.text());
        }
        return answer;
    }

    String memberToken(int lane) {
        return members.get(lane);
    }

    ServiceProcess service() {
        return service;
    }
}
