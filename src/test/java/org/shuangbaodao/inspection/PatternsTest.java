package org.shuangbaodao.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.servicerecord.Lateness;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each pattern with what makes it stand out and what just does not, counted in the database. */
@QuarkusTest
class PatternsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Traces traces;
    @Inject
    Happenings happenings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member secretary;
    Member worker;
    Member auditor;

    @BeforeEach
    void aTown() {
        town = given.town();
        host = given.communitySecretary(town.community());
        secretary = given.secretary(town.branch());
        worker = given.holder(Office.GRID_WORKER, town.community());
        auditor = given.auditor(town.workingCommittee());
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void thirtyEntriesForOthersStandOutAndTwentyNineOfManyDoNot() {
        List<Member> people = people(31);
        people.forEach(each -> served(each, "2026-08-01T14:00", 60, record -> {
        }));
        people.subList(0, 29).forEach(each -> served(each, "2026-08-02T09:00", 60, by(worker)));
        assertThat(people(Pattern.BULK_ON_BEHALF)).isEmpty();

        served(people.get(29), "2026-08-02T09:00", 60, by(worker));
        assertThat(people(Pattern.BULK_ON_BEHALF)).containsExactly(Set.of(worker.id));
        assertThat(questions("2026-Q2").getList("questions")).as("another quarter").isEmpty();
    }

    @Test
    void whoeverSignedInIsNotEnteredOutOfTheAir() {
        Happening happening = happening("2026-08-02T09:00", "2026-08-02T11:00");
        Consumer<ServiceRecord> listed = record -> {
            record.enteredBy = worker.id;
            record.activityId = Ids.parse(happening.id()).orElseThrow();
            record.slotId = Ids.parse(happening.slot()).orElseThrow();
        };
        List<Member> people = people(12);
        people.forEach(each -> {
            served(each, "2026-08-02T09:00", 60, listed);
            traces.signed(happening, each, null);
        });
        assertThat(people(Pattern.BULK_ON_BEHALF)).isEmpty();

        people(12).forEach(each -> served(each, "2026-08-02T09:00", 60, listed));
        assertThat(people(Pattern.BULK_ON_BEHALF)).as("half of a small place").containsExactly(Set.of(worker.id));
        assertThat(people(Pattern.IDENTICAL_ENTRIES)).as("an activity is alike by nature").isEmpty();
    }

    @Test
    void theSecondDenialStandsOut() {
        Member other = given.holder(Office.LIAISON, town.community());
        List<Member> people = people(3);
        served(people.get(0), "2026-08-02T09:00", 60, by(worker).andThen(record -> record.heldAt = record.submittedAt));
        served(people.get(1), "2026-08-02T09:00", 60,
                by(worker).andThen(record -> record.state = RecordState.REPUDIATED));
        served(people.get(2), "2026-08-03T09:00", 60, by(other).andThen(record -> record.state = RecordState.REPUDIATED));

        assertThat(people(Pattern.DENIED_ENTRIES)).containsExactly(Set.of(worker.id));
    }

    @Test
    void threeWhoNeverLoggedInStandOut() {
        List<Member> people = IntStream.range(0, 3).mapToObj(i -> unlike().withoutAccount().saved())
                .toList();
        people.subList(0, 2).forEach(each -> served(each, "2026-08-02T09:00", 60, by(worker)));
        Member present = member();
        as.token(present);
        served(present, "2026-08-02T09:00", 60, by(worker));
        assertThat(people(Pattern.NEVER_LOGGED_IN)).isEmpty();

        served(people.get(2), "2026-08-03T10:00", 60, by(worker));
        assertThat(people(Pattern.NEVER_LOGGED_IN)).containsExactly(Set.of(worker.id));
    }

    @Test
    void threeAlikeOutsideAnActivityStandOut() {
        List<Member> people = people(3);
        people.subList(0, 2).forEach(each -> served(each, "2026-08-02T09:00", 60, by(worker)));
        served(people.get(2), "2026-08-02T09:00", 61, by(worker));
        assertThat(people(Pattern.IDENTICAL_ENTRIES)).isEmpty();

        served(people.get(2), "2026-08-02T09:00", 60, by(worker));
        assertThat(people(Pattern.IDENTICAL_ENTRIES)).containsExactly(Set.of(worker.id));
    }

    @Test
    void decidingAboutEachOtherStandsOutAlsoThroughADeputy() {
        Member deputy = given.deputy(town.branch());
        Member chief = given.person().in(town.branch()).holding(Office.COMMUNITY_SECRETARY, town.community()).saved();
        for (int day = 1; day <= 3; day++) {
            // The deputy awards the host's service, the host confirms the secretary's.
            traces.served(town, chief, host, deputy, "2026-08-0" + day + "T09:00", 60, record -> {
            });
            if (day < 3) {
                traces.served(town, secretary, chief, host, "2026-08-0" + day + "T14:00", 60, record -> {
                });
            }
        }
        assertThat(people(Pattern.RECIPROCAL_DECISIONS)).isEmpty();

        traces.served(town, secretary, chief, host, "2026-08-03T14:00", 60, record -> {
        });
        assertThat(people(Pattern.RECIPROCAL_DECISIONS)).singleElement()
                .satisfies(found -> assertThat(found).contains(chief.id, secretary.id, deputy.id));
    }

    @Test
    void manyLateOnesOfOneConfirmerStandOut() {
        Member other = given.communitySecretary(town.community());
        List<Member> people = people(10);
        people.forEach(each -> {
            served(each, "2026-08-02T09:00", 60, record -> record.lateness = Lateness.LATE);
            traces.served(town, each, other, secretary, "2026-08-03T09:00", 60, record -> {
            });
        });
        people.subList(0, 9)
                .forEach(each -> traces.served(town, each, other, secretary, "2026-08-04T09:00", 60,
                        record -> record.lateness = Lateness.LATE));

        assertThat(people(Pattern.LATE_CONFIRMATIONS)).containsExactly(Set.of(host.id));
    }

    @Test
    void fiveFullDaysStandOut() {
        Member rider = member();
        Member honest = member();
        for (int day = 1; day <= 5; day++) {
            // In two parts: the day counts, not the record.
            served(rider, "2026-08-0" + day + "T08:00", 240, record -> {
            });
            served(rider, "2026-08-0" + day + "T13:00", 220, record -> {
            });
            served(honest, "2026-08-0" + day + "T08:00", 449, record -> {
            });
        }
        for (int day = 6; day <= 9; day++) {
            served(honest, "2026-08-0" + day + "T08:00", 480, record -> {
            });
            served(honest, "2026-09-0" + day + "T08:00", 481, record -> {
            });
        }

        assertThat(people(Pattern.FULL_DAYS)).containsExactly(Set.of(rider.id));
    }

    @Test
    void twentyDaysWithTwoRecordsStandOut() {
        Member busy = member();
        Member honest = member();
        for (int day = 1; day <= 20; day++) {
            String date = LocalDate.of(2026, 8, day).toString();
            for (Member each : List.of(busy, honest)) {
                served(each, date + "T08:00", 30, record -> {
                });
            }
            served(busy, date + "T18:00", 30, record -> {
            });
            if (day < 20) {
                served(honest, date + "T18:00", 30, record -> {
                });
            }
        }

        assertThat(people(Pattern.TWO_A_DAY)).containsExactly(Set.of(busy.id));
    }

    @Test
    void onePhoneForThreeStandsOutAndAPairTheSecondTime() {
        Happening first = happening("2026-08-02T09:00", "2026-08-02T11:00");
        Happening second = happening("2026-08-09T09:00", "2026-08-09T11:00");
        List<Member> people = people(5);
        people.subList(0, 2).forEach(each -> traces.signed(first, each, "a1"));
        traces.signed(second, people.get(0), "b1");
        Member reader = given.auditor(town.area());
        assertThat(people(Pattern.SHARED_PHONE, town.area().code, reader)).isEmpty();
        assertThat(people(Pattern.PHONE_PAIR, town.area().code, reader)).isEmpty();

        traces.signed(second, people.get(1), "b1");
        people.subList(2, 5).forEach(each -> traces.signed(first, each, "a2"));
        assertThat(people(Pattern.SHARED_PHONE, town.area().code, reader))
                .containsExactly(people.subList(2, 5).stream().map(each -> each.id).collect(Collectors.toSet()));
        assertThat(people(Pattern.PHONE_PAIR, town.area().code, reader))
                .containsExactly(Set.of(people.get(0).id, people.get(1).id));
    }

    @Test
    void twoNumbersOfOneNameAndBirthDateStandOutWhereBothAreCredited() {
        String name = "测试双号" + Ids.text(Ids.next());
        LocalDate born = LocalDate.of(1971, 3, 4);
        Member first = given.person().named(name).born(born).in(town.branch()).saved();
        Member second = given.person().named(name).born(born).in(town.branch()).saved();
        Member namesake = given.person().named(name).born(born.plusDays(1)).in(town.branch()).saved();
        List.of(first, namesake).forEach(each -> served(each, "2026-08-02T09:00", 60, record -> {
        }));
        assertThat(people(Pattern.SAME_PERSON)).isEmpty();

        served(second, "2026-08-02T09:00", 60, record -> {
        });
        assertThat(people(Pattern.SAME_PERSON)).containsExactly(Set.of(first.id, second.id));
    }

    @Test
    void aYearMostlyReportedInItsLastWeeksStandsOut() {
        Member late = member();
        Member steady = member();
        Member other = given.communitySecretary(town.community());
        for (int day = 10; day < 15; day++) {
            traces.served(town, late, host, secretary, "2025-12-" + (day + 2) + "T08:00", 240, record -> {
            });
            traces.served(town, steady, other, secretary, "2025-12-" + (day + 2) + "T08:00", 240, record -> {
            });
            traces.served(town, steady, other, secretary, "2025-03-" + day + "T08:00", 300, record -> {
            });
        }

        JsonPath found = questions("2025-Q4");
        assertThat(found.getList("questions.pattern")).containsExactly("YEAR_END_REPORTS");
        assertThat(found.getList("questions[0].people")).containsExactly(Ids.text(late.id));
        assertThat(questions("2025-Q3").getList("questions")).as("only a year's last quarter").isEmpty();

        for (Member each : people(20)) {
            traces.served(town, each, host, secretary, "2025-12-15T08:00", 300, record -> {
            });
        }
        assertThat(questions("2025-Q4").getList("questions.findAll { it.pattern == 'YEAR_END_CONFIRMATIONS' }.people[0]"))
                .containsExactly(Ids.text(host.id));
    }

    @Test
    void aLookSettlesAQuestionUntilMoreOfItComes() {
        List<Member> people = people(4);
        people.subList(0, 3).forEach(each -> served(each, "2026-08-02T09:00", 60, by(worker)));
        Pages reader = as.pages(auditor);
        String list = "/inspections/patterns?organization=" + town.workingCommittee().code
                + "&quarter=2026-Q3&pattern=IDENTICAL_ENTRIES";
        Document page = reader.get(list);
        assertThat(page.text()).contains("内容雷同", "待查看", worker.name);
        String link = page.select("td.row-actions a").attr("href");
        Document question = reader.get(link);
        assertThat(question.text()).contains(people.get(0).name, "只是提示");

        String address = link.substring(0, link.indexOf('?'));
        assertThat(reader.submit(Pages.form(question, address), Map.of("note", " ")).status()).isEqualTo(422);
        assertThat(reader.submit(Pages.form(question, address), Map.of("note", "问过，是一次集体活动")).status()).isEqualTo(303);
        assertThat(reader.get(list).text()).contains("已查看").doesNotContain("待查看");
        assertThat(reader.get(link).text()).contains("问过，是一次集体活动", auditor.name);
        Member second = given.auditor(town.workingCommittee());
        String subject = address.substring(address.lastIndexOf('/') + 1);
        look(second, subject).then().statusCode(409);

        served(people.get(3), "2026-08-02T09:00", 60, by(worker));
        assertThat(reader.get(list).text()).contains("待查看");
        look(second, subject).then().statusCode(204);
    }

    @Test
    void onlyThoseWhoMayCheckHereSeeItAndNobodySettlesHisOwn() {
        Member self = given.officer(town.street());
        people(3).forEach(each -> served(each, "2026-08-02T09:00", 60, by(self)));
        String where = "/api/inspections/patterns?organization=" + town.street().code + "&quarter=2026-Q3";
        for (Member none : List.of(member(), host, secretary, given.administrator(town.area()),
                given.auditor(given.town().area()))) {
            as.api(none).get(where).then().statusCode(403);
            assertThat(as.pages(none).open("/inspections/patterns?organization=" + town.street().code).status()).isEqualTo(403);
        }

        JsonPath own = as.api(self).get(where).then().statusCode(200).extract().jsonPath();
        assertThat(own.getList("questions.own")).containsOnly(true);
        as.api(self).body(Map.of("organization", town.street().code, "quarter", "2026-Q3", "pattern",
                own.getString("questions[0].pattern"), "subject", own.getString("questions[0].subject"), "note", "没有问题"))
                .post("/api/inspections/patterns/looks")
                .then().statusCode(403).body("type", equalTo("urn:shuangbaodao:problem:inspection/involved"));
    }

    private Response look(Member who, String subject) {
        return as.api(who).body(Map.of("organization", town.workingCommittee().code, "quarter", "2026-Q3", "pattern",
                "IDENTICAL_ENTRIES", "subject", subject, "note", "又看了一遍")).post("/api/inspections/patterns/looks");
    }

    private Happening happening(String from, String to) {
        clock.set("2026-07-20T08:00");
        Happening published = happenings.published(host, town.community(), from, to, null);
        clock.reset();
        return published;
    }

    private Member member() {
        return unlike().saved();
    }

    // Nobody else has that name, whatever ran on this database before.
    private Given.PersonBuilder unlike() {
        return given.person().named("测试" + Ids.text(Ids.next())).in(town.branch());
    }

    private List<Member> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> member()).toList();
    }

    private static Consumer<ServiceRecord> by(Member enterer) {
        return record -> record.enteredBy = enterer.id;
    }

    private void served(Member member, String from, int minutes, Consumer<ServiceRecord> also) {
        traces.served(town, member, host, secretary, from, minutes, also);
    }

    private Set<Set<Long>> people(Pattern pattern) {
        return people(pattern, town.workingCommittee().code, auditor);
    }

    private Set<Set<Long>> people(Pattern pattern, String scope, Member reader) {
        List<Map<String, List<String>>> found = as.api(reader)
                .get("/api/inspections/patterns?organization=" + scope + "&quarter=2026-Q3&pattern=" + pattern).then()
                .statusCode(200).extract().jsonPath().getList("questions");
        return found.stream().map(each -> each.get("people").stream().map(id -> Ids.parse(id).orElseThrow())
                .collect(Collectors.toSet())).collect(Collectors.toSet());
    }

    private JsonPath questions(String quarter) {
        return as.api(auditor).get("/api/inspections/patterns?organization=" + town.workingCommittee().code + "&quarter="
                + quarter).then().statusCode(200).extract().jsonPath();
    }
}
