package org.shuangbaodao.personalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file shows the commendations kept elsewhere, and speaks three languages. */
@QuarkusTest
class FilePagesTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    EntityManager database;

    Given.Town town;
    Member secretary;
    Member member;

    @BeforeEach
    void aBranch() {
        town = given.town();
        secretary = given.secretary(town.branch());
        member = given.member(town.branch());
    }

    @Test
    void commendationsStandThereWithTheFieldsOfArticle9AndOnceEach() {
        Pages pages = as.pages(secretary);
        assertThat(pages.submit(Pages.form(pages.get("/commendations/own"), "/commendations/own"), Map.of("subject",
                member.number, "title", "优秀志愿者", "content", "连续三年参加夜间巡逻", "level", "COUNTY", "grantedBy", "区委组织部",
                "documentNumber", "区组〔2026〕8号", "grantedOn", "2026-09-30")).status()).isEqualTo(303);
        commendedWithPoints("区组〔2026〕8号", "COUNTY", "优秀志愿者");
        commendedWithPoints("市表〔2026〕3号", "CITY", "抗洪先进个人");

        List<Map<String, Object>> honours = as.api(member).get("/api/me/file").then().statusCode(200).extract()
                .path("commendation");
        assertThat(honours).hasSize(2);
        assertThat(honours.get(0)).containsAllEntriesOf(Map.of("title", "优秀志愿者", "content", "连续三年参加夜间巡逻", "level",
                "COUNTY", "grantedBy", "区委组织部", "documentNumber", "区组〔2026〕8号", "grantedOn", "2026-09-30"));
        assertThat(honours.get(1)).containsAllEntriesOf(Map.of("title", "抗洪先进个人", "level", "CITY", "documentNumber",
                "市表〔2026〕3号"));
        assertThat(as.pages(member).get("/me/file").text()).contains("优秀志愿者", "连续三年参加夜间巡逻", "街道、县级", "区委组织部",
                "区组〔2026〕8号", "抗洪先进个人", "市级");
        assertThat(new Pages().get("/commendations").text()).as("nobody agreed to be named").doesNotContain(member.name);
    }

    @Test
    void theFiveGroupsStandInTheOrderOfArticle4InThreeLanguages() {
        Map.of("zh-CN", List.of("一、个人基本信息", "二、志愿服务情况", "三、培训情况", "四、表彰奖励", "五、评价情况"),
                "zh-TW", List.of("一、個人基本資訊", "二、志願服務情況", "三、培訓情況", "四、表彰獎勵", "五、評價情況"),
                "en", List.of("1. Personal information", "2. Service", "3. Training", "4. Commendation", "5. Evaluation"))
                .forEach((language, groups) -> {
                    Document page = as.pages(member).language(language).get("/me/file");
                    assertThat(page.select("main > section > h2").eachText()).isEqualTo(groups);
                });
    }

    @Test
    void everyOtherPageSpeaksThemToo() {
        Member host = given.communitySecretary(town.community());
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            for (String path : List.of("/trainings", "/trainings/new", "/evaluations")) {
                assertThat(as.pages(host).language(language).get(path).select("h1").text()).as(path + language).isNotBlank();
            }
            assertThat(as.pages(member).language(language).get("/me/export").select("h1").text()).isNotBlank();
            assertThat(as.pages(given.officer(town.committee())).language(language).get("/erasures").select("h1").text())
                    .isNotBlank();
        }
    }

    // The rules of the hundred points, a resolution and two people behind it are tested with the points items.
    private void commendedWithPoints(String document, String level, String matter) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("insert into points_item (id, member_id,"
                + " branch_id, item, day, times, level, matter, document_number, state, proposed_at, version)"
                + " values (?, ?, ?, 'AW-01', '2026-09-30', 1, ?, ?, ?, 'APPROVED', '2026-10-01 00:00:00', 0)")
                .setParameter(1, Ids.next()).setParameter(2, member.id).setParameter(3, town.branch().id)
                .setParameter(4, level).setParameter(5, matter).setParameter(6, document).executeUpdate());
    }
}
