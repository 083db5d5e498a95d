package org.shuangbaodao.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members and those who registered them hear what became of it. */
@QuarkusTest
class CheckInTidingsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    UnitRegistrations units;

    Given.Town town;
    Member host;

    @BeforeEach
    void aCommunity() {
        town = given.town();
        host = given.communitySecretary(town.community());
    }

    @Test
    void acceptedOrDeclinedTheMemberIsTold() {
        Member member = given.member(town.branch());
        Member other = given.member(town.branch());
        as.api(host).post("/api/checkins/" + registered(member) + "/acceptance").then().statusCode(200);
        as.api(host).body(Map.of("reason", "OTHER_AREA")).post("/api/checkins/" + registered(other) + "/refusal").then()
                .statusCode(200);

        assertThat(kinds(member)).containsExactly("checkin:told_accepted");
        assertThat(kinds(other)).containsExactly("checkin:told_declined");
        assertThat(as.pages(member).get("/me/inbox").text()).contains(town.community().name + "已接收报到");
    }

    @Test
    void whomHisUnitRegisteredIsAskedAndTheUnitHearsHisAnswer() {
        Organization unit = given.organization(OrganizationKind.BRANCH, town.committee(), null, true);
        Member secretary = given.secretary(unit);
        Member colleague = given.member(unit);
        String id = Ids.text(units.registerFor(colleague.id, unit.id,
                new CheckInRequest(town.community().code, "", "", "", "", ""), secretary.id).id);
        assertThat(kinds(colleague)).containsExactly("checkin:told_asked");

        as.api(colleague).post("/api/checkins/" + id + "/refusal").then().statusCode(200);
        assertThat(kinds(secretary)).containsExactly("checkin:told_disagreed");
        assertThat(kinds(colleague)).containsExactly("checkin:told_asked");
    }

    private String registered(Member who) {
        return as.api(who).body(Map.of("communityCode", town.community().code)).post("/api/checkins").then().statusCode(201)
                .extract().path("id");
    }

    private List<String> kinds(Member who) {
        return as.api(who).get("/api/me/inbox").then().statusCode(200).extract().path("items.kind");
    }
}
