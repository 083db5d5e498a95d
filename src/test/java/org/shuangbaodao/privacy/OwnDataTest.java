package org.shuangbaodao.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.PersonalData;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Deeds;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person takes along all that is kept about him, and is forgotten when he asks and an officer carries it out. */
@QuarkusTest
class OwnDataTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Deeds deeds;
    @Inject
    Standings standings;
    @Inject
    SoundBooks soundBooks;
    @Inject
    PersonalFields fields;
    @Inject
    EntityManager database;
    @Inject
    @All
    List<PersonalData> features;

    Deeds.Place place;
    Member member;
    Member officer;

    @BeforeEach
    void somebodyWithABook() {
        place = deeds.place();
        member = place.member();
        officer = given.officer(place.town().committee());
        QuarkusTransaction.requiringNew().run(() -> {
            Member kept = Member.findById(member.id);
            kept.phoneCipher = fields.encrypt("13900001234");
            kept.idNumberCipher = fields.encrypt("999999195802280042");
            kept.birthDate = LocalDate.of(1958, 2, 28);
        });
    }

    @Test
    void theCopyHoldsWhatEveryFeatureKeepsAndNothingOfOthers() {
        String record = deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");
        Pages pages = as.pages(member);

        Pages.Answer answer = pages.submit(Pages.form(pages.get("/me/export"), "/me/export/copy"), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;").endsWith(".json\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonPath copy = answer.response().jsonPath();
        assertThat(copy.getMap("sections").keySet()).hasSize(features.size()).isEqualTo(
                features.stream().map(PersonalData::section).collect(Collectors.toSet()));
        assertThat(copy.getString("sections.member.person[0].name")).isEqualTo(member.name);
        assertThat(copy.getString("sections.member.person[1].telephone")).isEqualTo("13900001234");
        assertThat(copy.getString("sections.member.person[1].idNumber")).isEqualTo("999999195802280042");
        assertThat(copy.getString("sections.member.branches[0].branchCode")).isEqualTo(place.branchCode());
        assertThat(copy.getList("sections.member.consents.purpose")).contains("RECORDING", "EXCHANGE");
        assertThat(copy.getString("sections.account.account[0].login")).isEqualTo(Given.loginOf(member));
        assertThat(copy.getString("sections.service.records[0].id")).isEqualTo(record);
        assertThat(copy.getString("sections.service.records[0].summary")).isEqualTo("小区门口值守");
        assertThat(copy.getList("sections.service.steps.verb")).contains("CONFIRM", "AWARD");
        assertThat(copy.getList("sections.ledger.entries.amount")).contains(120, 200);
        assertThat(copy.getList("sections.inbox.messages")).isNotEmpty();
        assertThat(copy.getList("sections.trace.aboutMe")).isNotEmpty();
        assertThat(answer.response().asString()).doesNotContain(place.host().name, place.secretary().name,
                place.host().number, "passwordHash");
    }

    @Test
    void itIsAFormAndNeverALink() {
        assertThat(as.pages(member).open("/me/export/copy").status()).isEqualTo(405);
        assertThat(new Pages().open("/me/export").status()).isEqualTo(303);
    }

    @Test
    void whoIsForgottenIsNobodyAndTheBooksStand() throws SQLException {
        String record = deeds.awarded(place, "2026-10-10T09:00", "2026-10-10T11:00");
        ask(member);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("insert into mail_address (member_id,"
                + " address_cipher, language, code_failures, version) values (?, ?, 'zh-CN', 0, 0)").setParameter(1, member.id)
                .setParameter(2, fields.encrypt("a@example.org")).executeUpdate());
        Pages before = as.pages(member);

        assertThat(as.pages(officer).get("/").text()).contains("1 份删除申请待办理");
        assertThat(carryOut(officer, member, "M0000000000000")).as("another number").isEqualTo(422);
        assertThat(carryOut(officer, member, member.number)).isEqualTo(303);

        Member left = QuarkusTransaction.requiringNew().call(() -> Member.findById(member.id));
        assertThat(left.name).isEqualTo("***");
        assertThat(left.anonymizedAt).isNotNull();
        assertThat(new Object[] { left.phoneCipher, left.idNumberCipher, left.birthDate, left.residenceId })
                .containsOnlyNulls();
        for (String table : List.of("account", "login_session", "inbox_message", "mail_address")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(before.open("/me").status()).as("his session").isEqualTo(303);
        as.api(place.secretary()).get("/api/records/" + record).then().statusCode(200).body("summary",
                equalTo("***"), "memberName", equalTo("***"), "minutes",
                equalTo(120));
        assertThat(standings.of(member.id, Period.ALL)).containsEntry(Book.POINTS, 200L).containsEntry(Book.DUTY_MINUTES, 120L);
        soundBooks.of(place.town().branch());
    }

    @Test
    void nobodyIsForgottenUnaskedOrWhileSomethingIsOpen() {
        Member holder = place.secretary();
        ask(holder);
        assertThat(as.pages(officer).get("/erasures").text()).contains(holder.name, "目前担任职务");
        assertThat(carryOut(officer, holder, holder.number)).isEqualTo(409);

        Member open = given.member(place.town().branch());
        as.api(open).header("Idempotency-Key", "k").body(Map.of("startedAt", "2026-10-18T09:00", "endedAt", "2026-10-18T10:00",
                "summary", "值守", "communityCode", place.town().community().code)).post("/api/records").then().statusCode(201);
        ask(open);
        assertThat(carryOut(officer, open, open.number)).isEqualTo(409);
        assertThat(as.pages(officer).get("/erasures").text()).doesNotContain(member.number);
    }

    @Test
    void askedTwiceItIsOneRequestAndWithdrawnItIsNone() {
        ask(member);
        Pages pages = as.pages(member);
        FormElement again = Pages.form(pages.get("/me"), "/logout");
        again.attr("action", "/me/export/erasure");
        pages.submit(again, Map.of("sure", "yes"));
        assertThat(as.pages(officer).get("/erasures").select("section.card")).hasSize(1);

        pages.submit(Pages.form(pages.get("/me/export"), "/me/export/erasure/withdrawal"), Map.of());

        assertThat(as.pages(officer).get("/erasures").select("section.card")).isEmpty();
        assertThat(as.pages(member).get("/me/export").text()).contains("已撤回");
    }

    @Test
    void refusedTheMemberReadsWhy() {
        ask(member);
        Pages pages = as.pages(officer);
        FormElement form = (FormElement) pages.get("/erasures").selectFirst("form[action$=/refusal]");
        assertThat(pages.submit(form, Map.of("reason", " ")).status()).isEqualTo(422);
        pages.submit(form, Map.of("reason", "还在核对去年的记录"));

        assertThat(as.pages(member).get("/me/export").text()).contains("未同意", "还在核对去年的记录");
    }

    @Test
    void onlyTheOfficerAboveHisBranchCarriesItOut() {
        ask(member);
        Member elsewhere = given.officer(given.town().committee());
        for (Member wrong : List.of(member, place.secretary(), place.host(), given.administrator(place.town().area()))) {
            assertThat(as.pages(wrong).open("/erasures").status()).as(wrong.name).isEqualTo(403);
        }
        assertThat(as.pages(elsewhere).get("/erasures").text()).doesNotContain(member.number);
        assertThat(post(elsewhere, requestOf(member), member.number)).isEqualTo(404);
    }

    private void ask(Member who) {
        Pages pages = as.pages(who);
        assertThat(pages.submit(Pages.form(pages.get("/me/export"), "/me/export/erasure"), Map.of("sure", "yes")).status())
                .isEqualTo(303);
    }

    private int carryOut(Member who, Member whom, String number) {
        return post(who, requestOf(whom), number);
    }

    private int post(Member who, String request, String number) {
        Pages pages = as.pages(who);
        FormElement form = Pages.form(pages.get("/"), "/logout");
        form.attr("action", "/erasures/" + request);
        return pages.submit(form, Map.of("number", number)).status();
    }

    private String requestOf(Member whom) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Ids.text(ErasureRequest.latestOf(whom.id).orElseThrow().id));
    }

    private long count(String table) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database
                .createNativeQuery("select count(*) from " + table + " where member_id = ?").setParameter(1, member.id)
                .getSingleResult()).longValue());
    }
}
