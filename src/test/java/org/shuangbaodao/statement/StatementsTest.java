package org.shuangbaodao.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who never log in read on paper what stands about them, and nobody else prints it. */
@QuarkusTest
class StatementsTest {

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member secretary;
    Member silent;
    Member reader;

    @BeforeEach
    void aQuarterOfService() {
        clock.set("2026-09-10T18:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        secretary = given.secretary(town.branch());
        silent = given.person().in(town.branch()).named("欧阳 淑兰").withoutAccount().saved();
        reader = given.member(town.branch());
        as.cookie(reader);
        entered(silent, "2026-09-09T09:00", "2026-09-09T11:00", town.community().code);
        entered(reader, "2026-09-09T09:00", "2026-09-09T11:00", town.community().code);
        clock.set("2026-10-13T09:00");
    }

    @AfterEach
    void letTimePass() {
        clock.reset();
    }

    @Test
    void aPageForEachWhoNeverLoggedInAndNobodyElse() throws IOException {
        Pages pages = as.pages(secretary);
        Document list = pages.get("/reports/statements");
        assertThat(list.text()).contains(silent.name, "待打印").doesNotContain(reader.name);

        Pages.Answer printed = pages.submit(Pages.form(list, "/reports/statements/print"),
                Map.of("member", List.of(silent.number, reader.number)));
        assertThat(printed.status()).isEqualTo(200);
        byte[] file = printed.response().asByteArray();
        try (PDDocument paper = Loader.loadPDF(file)) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains(silent.name, "2026-Q3", "2026-09-09", "09:00–11:00", "门口值守", host.name, secretary.name,
                    "我没有参加").doesNotContain(silent.number, reader.name);
            // Of the third quarter the notice is over on 2026-10-27 at the earliest: fifteen working days after its end.
            assertThat(text).contains("2026-10-27");
        }
        assertThat(pages.get("/reports/statements").text()).contains("2026-10-13 " + secretary.name);
    }

    @Test
    void whoHasHisIsNotedUntilItIsPrintedAnew() {
        Pages pages = as.pages(secretary);
        Document list = pages.get("/reports/statements");
        var form = Pages.form(list, "/reports/statements/print");
        pages.submit(form, Map.of("member", silent.number));
        form.attr("action", "/reports/statements/handover");
        Document handed = pages.follow(pages.submit(form, Map.of("member", silent.number)));
        assertThat(handed.select("td .badge").text()).contains("2026-10-13");

        form.attr("action", "/reports/statements/print");
        pages.submit(form, Map.of("member", silent.number));
        assertThat(pages.get("/reports/statements").text()).contains("共 2 次");
        assertThat(pages.get("/reports/statements").select("td .badge").text()).doesNotContain("2026-10-13");
    }

    @Test
    void aCommunityPrintsWhatHappenedThereAndNoPoints() throws IOException {
        clock.set("2026-09-10T18:00");
        Member elsewhere = given.communitySecretary(given.community(town.street()));
        Given.Town other = given.town();
        Member there = given.communitySecretary(other.community());
        as.api(there).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-09-08T09:00", "endedAt", "2026-09-08T10:00", "summary", "别处的事", "communityCode",
                        other.community().code, "memberNumber", silent.number))
                .post("/api/records").then().statusCode(201);
        clock.set("2026-10-13T09:00");
        Pages pages = as.pages(host);
        Document list = pages.get("/reports/statements");
        byte[] file = pages.submit(Pages.form(list, "/reports/statements/print"), Map.of("member", silent.number)).response()
                .asByteArray();
        try (PDDocument paper = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains("门口值守").doesNotContain("别处的事", "分。");
        }
        for (Member wrong : List.of(elsewhere, reader, given.administrator(town.area()))) {
            assertThat(as.pages(wrong).open("/reports/statements?organization=" + town.community().code).status())
                    .isEqualTo(403);
            assertThat(as.pages(wrong).open("/reports/statements?organization=" + town.branch().code).status()).isEqualTo(403);
        }
        assertThat(as.pages(host).open("/reports/statements?organization=" + town.branch().code).status()).isEqualTo(403);
    }

    @Test
    void aQuarterThatIsNotOverHasNoneAndThePageSpeaksThreeLanguages() {
        assertThat(as.pages(secretary).open("/reports/statements?period=2026-Q4").status()).isEqualTo(422);
        assertThat(as.pages(secretary).open("/reports/statements?period=nonsense").status()).isEqualTo(422);
        for (String language : List.of("zh-CN", "zh-TW", "en")) {
            assertThat(as.pages(secretary).language(language).get("/reports/statements").select("h1").text()).isNotBlank();
        }
        Document list = as.pages(secretary).get("/reports/statements");
        assertThat(as.pages(reader).get("/reports/statements").text()).contains("没有可以打印的组织");
        assertThat(list.select("input[name=member]")).hasSize(1);
    }

    @Test
    void aNumberIsKnownToWhoeverItIsAndToNobodyElse() {
        assertThat(Statements.masked("M0ABCDEFGH123")).isEqualTo("M•••••H123");
    }

    private void entered(Member member, String from, String to, String community) {
        as.api(host).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", from, "endedAt", to, "summary", "门口值守", "communityCode", community, "memberNumber",
                        member.number))
                .post("/api/records").then().statusCode(201);
    }
}
