package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckInResourceTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    CheckIns checkIns;
    @Inject
    UnitRegistrations units;

    private Given.Town town;
    private Member member;
    private Member host;

    @BeforeEach
    void aMemberAndACommunityWithItsSecretary() {
        clock.set("2026-03-02T10:00");
        town = given.town();
        member = given.member(town.branch());
        host = given.communitySecretary(town.community());
    }

    @AfterEach
    void letTimePass() {
        clock.reset();
    }

    @Test
    void registeringAndAcceptingMakesTheMemberOneOfTheCommunity() {
        String id = registered(member, town.community());
        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-03-02"))).isFalse();

        clock.set("2026-03-04T10:00");
        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("receiptNumber", equalTo(town.community().code + "-2026-0001")).body("validFrom", equalTo("2026-03-04"))
                .body("validTo", equalTo("2026-12-31"));

        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-03-03"))).isFalse();
        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-03-04"))).isTrue();
    }

    @Test
    void theSameKeyAnswersTheSameAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("communityCode", town.community().code, "intention", "环境整治");
        String first = as.api(member).header("Idempotency-Key", key).body(body).post("/api/checkins").then().statusCode(201)
                .extract().path("id");

        as.api(member).header("Idempotency-Key", key).body(body).post("/api/checkins").then().statusCode(201).body("id",
                equalTo(first));
        as.api(member).header("Idempotency-Key", key).body(Map.of("communityCode", town.community().code))
                .post("/api/checkins").then().statusCode(422).body("type", endsWith("common/idempotency-key-reused"));
        as.api(member).body(body).post("/api/checkins").then().statusCode(409).body("type",
                endsWith("checkin/already-registered"));
    }

    @Test
    void withoutConsentOrApprovedBranchNobodyRegisters() {
        Member silent = given.person().in(town.branch()).refusing(ConsentPurpose.RECORDING).saved();
        Member pending = given.person().in(town.branch()).pending().saved();
        Map<String, String> body = Map.of("communityCode", town.community().code);

        as.api(silent).body(body).post("/api/checkins").then().statusCode(403).body("type", endsWith("checkin/no-consent"));
        as.api(pending).body(body).post("/api/checkins").then().statusCode(422).body("type", endsWith("checkin/no-branch"));
    }

    @Test
    void fieldsThatAreNotRightAreNamed() {
        as.api(member).body(Map.of("intention", "很".repeat(201), "period", "next")).post("/api/checkins").then().statusCode(422)
                .body("errors.field", equalTo(List.of("communityCode", "period", "intention")));
        as.api(member).body(Map.of("communityCode", "nowhere")).post("/api/checkins").then().statusCode(422)
                .body("errors[0].reason", equalTo("unknown"));
        as.api(member).body(Map.of("communityCode", town.street().code)).post("/api/checkins").then().statusCode(422)
                .body("type", endsWith("checkin/not-a-community"));
        as.api(member).body(Map.of("communityCode", town.community().code, "gridCode", given.town().grid().code))
                .post("/api/checkins").then().statusCode(422).body("type", endsWith("checkin/not-its-grid"));
        as.api(member).body(Map.of("communityCode", town.community().code, "period", "2027")).post("/api/checkins").then()
                .statusCode(422).body("type", endsWith("checkin/period-closed"));
    }

    @Test
    void theSecondDeciderSeesWhoWasFaster() {
        String id = registered(member, town.community());
        as.api(host).body(Map.of("version", 0)).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
        Member second = given.communitySecretary(town.community());

        as.api(second).body(Map.of("version", 0, "reason", "OTHER_AREA")).post("/api/checkins/" + id + "/refusal").then()
                .statusCode(409).body("type", endsWith("checkin/decided")).body("current.state", equalTo("ACCEPTED"))
                .body("current.by", equalTo(host.name)).body("attempted", equalTo("REFUSE"));
    }

    @Test
    void aVersionThatIsNoLongerThereIsAConflict() {
        String id = registered(member, town.community());

        as.api(host).body(Map.of("version", 7)).post("/api/checkins/" + id + "/acceptance").then().statusCode(409);
        as.api(member).get("/api/checkins/" + id).then().body("state", equalTo("REQUESTED"));
    }

    @Test
    void aSecretarysOwnCheckInGoesToTheGridLead() {
        Given.Town place = given.town();
        Member secretary = given.person().in(place.branch()).holding(Office.COMMUNITY_SECRETARY, place.community()).saved();
        Member lead = given.gridLead(place.grid());
        Member street = given.officer(place.street());
        String id = registered(secretary, place.community());

        as.api(secretary).post("/api/checkins/" + id + "/acceptance").then().statusCode(403).body("type",
                endsWith("checkin/own"));
        as.api(street).post("/api/checkins/" + id + "/acceptance").then().statusCode(403).body("type",
                endsWith("common/forbidden"));
        as.api(lead).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
    }

    @Test
    void whereNobodyIsAppointedTheStreetDecides() {
        Organization vacant = given.community(town.street());
        Member street = given.officer(town.street());
        String id = registered(member, vacant);

        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(404);
        as.api(street).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
    }

    @Test
    void theDeputyOfTheMembersBranchDoesNotDecideForHisSecretary() {
        Given.Town place = given.town();
        Member branchSecretary = given.secretary(place.branch());
        Member both = given.person().in(place.branch()).holding(Office.BRANCH_DEPUTY, place.branch())
                .holding(Office.COMMUNITY_SECRETARY, place.community()).saved();
        String id = registered(branchSecretary, place.community());

        as.api(both).post("/api/checkins/" + id + "/acceptance").then().statusCode(403).body("type", endsWith("checkin/own"));
    }

    @Test
    void theNextLevelMayDecideAfterTenWorkingDaysOfSilence() {
        Member lead = given.gridLead(town.grid());
        String id = registered(member, town.community());

        clock.set("2026-03-13T10:00");
        as.api(lead).post("/api/checkins/" + id + "/acceptance").then().statusCode(403);
        clock.set("2026-03-16T10:00");
        as.api(lead).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
    }

    @Test
    void onlyTheMemberHisBranchAndTheCommunitySeeIt() {
        String id = registered(member, town.community());
        Member stranger = given.member(town.branch());
        Member elsewhere = given.communitySecretary(given.town().community());
        Member secretary = given.secretary(town.branch());
        Member keepsApart = given.person().in(town.branch()).refusing(ConsentPurpose.EXCHANGE).saved();
        String kept = registered(keepsApart, town.community());

        as.api(member).get("/api/checkins/" + id).then().statusCode(200);
        as.api(host).get("/api/checkins/" + id).then().statusCode(200);
        as.api(secretary).get("/api/checkins/" + id).then().statusCode(200);
        as.api(secretary).get("/api/checkins/" + kept).then().statusCode(404);
        as.api(stranger).get("/api/checkins/" + id).then().statusCode(404);
        as.api(elsewhere).get("/api/checkins/" + id).then().statusCode(404);
        as.api(elsewhere).post("/api/checkins/" + id + "/acceptance").then().statusCode(404);
        as.api(given.administrator(town.area())).get("/api/checkins/" + id).then().statusCode(404);
    }

    @Test
    void aBatchAnswersRowByRow() {
        String one = registered(member, town.community());
        String two = registered(given.member(town.branch()), town.community());
        String gone = registered(given.member(town.branch()), given.town().community());

        as.api(host).body(Map.of("ids", List.of(one, two, gone, "nonsense"))).post("/api/checkins/acceptances").then()
                .statusCode(200).body("results", hasSize(4)).body("results.done", equalTo(List.of(true, true, false, false)))
                .body("results[0].checkIn.receiptNumber", startsWith(town.community().code + "-2026-"))
                .body("results[2].problem.type", endsWith("common/not-found")).body("results[3].checkIn", nullValue());
    }

    @Test
    void decliningNeedsAReasonAndWhereItSaysSoAText() {
        String id = registered(member, town.community());

        as.api(host).body(Map.of()).post("/api/checkins/" + id + "/refusal").then().statusCode(422).body("errors[0].field",
                equalTo("reason"));
        as.api(host).body(Map.of("reason", "OTHER")).post("/api/checkins/" + id + "/refusal").then().statusCode(422)
                .body("errors[0].field", equalTo("text"));
        as.api(host).body(Map.of("reason", "MEMBER_DISAGREES")).post("/api/checkins/" + id + "/refusal").then().statusCode(422);
        as.api(host).body(Map.of("reason", "OTHER_COMMUNITY", "text", "请到邻近社区")).post("/api/checkins/" + id + "/refusal").then()
                .statusCode(200).body("state", equalTo("DECLINED"));
        as.api(member).get("/api/checkins").then().body("items[0].reasonText", equalTo("请到邻近社区"));
    }

    @Test
    void aMemberEndsItWithADayAndMayComeBack() {
        String id = accepted(member, town.community());

        as.api(member).body(Map.of("lastDay", "2026-03-01")).post("/api/checkins/" + id + "/withdrawal").then().statusCode(422)
                .body("errors[0].reason", equalTo("past-date"));
        as.api(member).body(Map.of("lastDay", "2026-06-30")).post("/api/checkins/" + id + "/withdrawal").then().statusCode(200)
                .body("state", equalTo("WITHDRAWN")).body("validTo", equalTo("2026-06-30"));
        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-06-30"))).isTrue();
        assertThat(checkIns.isAccepted(member.id, town.community().id, LocalDate.parse("2026-07-01"))).isFalse();
        registered(member, town.community());
    }

    @Test
    void aUnitsMemberIsAskedFirst() {
        Organization unit = given.organization(OrganizationKind.BRANCH, town.committee(), null, true);
        Member secretary = given.secretary(unit);
        Member colleague = given.member(unit);
        CheckInRequest request = new CheckInRequest(town.community().code, "", "", "", "", "");
        String id = Ids.text(units.registerFor(colleague.id, unit.id, request, secretary.id).id);

        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(409);
        as.api(secretary).post("/api/checkins/" + id + "/agreement").then().statusCode(403);
        as.api(colleague).post("/api/checkins/" + id + "/agreement").then().statusCode(200).body("state", equalTo("REQUESTED"));
        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
    }

    @Test
    void oneTapEndsWhatTheUnitEntered() {
        Organization unit = given.organization(OrganizationKind.BRANCH, town.committee(), null, true);
        Member secretary = given.secretary(unit);
        Member colleague = given.member(unit);
        CheckInRequest request = new CheckInRequest(town.community().code, "", "", "", "", "");
        String id = Ids.text(units.registerFor(colleague.id, unit.id, request, secretary.id).id);

        as.api(colleague).post("/api/checkins/" + id + "/refusal").then().statusCode(200).body("state", equalTo("DECLINED"))
                .body("reason", equalTo("MEMBER_DISAGREES"));
        as.api(colleague).post("/api/checkins/" + id + "/agreement").then().statusCode(409);
    }

    @Test
    void ofParallelRegistrationsOneStays() {
        String token = as.token(member);
        List<Integer> answers = atOnce(() -> RestAssured.given().header("Authorization", "Bearer " + token)
                .contentType("application/json").body(Map.of("communityCode", town.community().code)).post("/api/checkins"));

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        as.api(member).get("/api/checkins").then().body("items", hasSize(1));
    }

    @Test
    void ofParallelAcceptancesOneDecidesAndNoReceiptNumberIsLost() {
        String id = registered(member, town.community());
        String token = as.token(host);
        List<Integer> answers = atOnce(() -> RestAssured.given().header("Authorization", "Bearer " + token)
                .contentType("application/json").post("/api/checkins/" + id + "/acceptance"));

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        String next = registered(given.member(town.branch()), town.community());
        as.api(host).post("/api/checkins/" + next + "/acceptance").then()
                .body("receiptNumber", equalTo(town.community().code + "-2026-0002"));
    }

    private static List<Integer> atOnce(Supplier<Response> request) {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(() -> request.get().statusCode(), pool)).limit(8)
                    .toList().stream().map(CompletableFuture::join).toList();
        } finally {
            pool.shutdown();
        }
    }

    private String registered(Member who, Organization community) {
        return as.api(who).body(Map.of("communityCode", community.code)).post("/api/checkins").then().statusCode(201).extract()
                .path("id");
    }

    private String accepted(Member who, Organization community) {
        String id = registered(who, community);
        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
        return id;
    }
}
