package org.shuangbaodao.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.organization.Organizations.Foundation;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Given.Town;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a roster through the pages, as the right person and as wrong ones. */
@QuarkusTest
class RosterPagesTest {

    private static final String HEADER = "姓名,出生日期,身份证号,党员类别,所在党支部,联系电话\n";

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Organizations organizations;

    private static File file(String text) throws IOException {
        File file = Files.writeString(Files.createTempFile("花名册", ".csv"), text, StandardCharsets.UTF_8).toFile();
        file.deleteOnExit();
        return file;
    }

    private Pages.Answer upload(Pages web, String text) throws IOException {
        return web.submit(Pages.form(web.get("/members/imports"), "/members/imports"), Map.of("file", file(text)));
    }

    /** The page as soon as nothing is going on behind it. */
    private static Document settled(Pages web, String address) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            Document page = web.get(address);
            if (page.select("meta[http-equiv=refresh]").isEmpty()) {
                return page;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("Still working: " + address);
    }

    @Test
    void aSecretaryTakesARosterFromFileToApproval() throws IOException, InterruptedException {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());
        Pages web = as.pages(secretary);
        String number = SampleRoster.idNumber("19811005");
        String good = "王平,1981.10.5,%s,正式党员,%s,19900000001\n".formatted(number, town.branch().name);
        String bad = "李红,1980-01-01,,正式党员,%s,1990000001\n=1+1,1980-01-01,,正式党员,%1$s,\n".formatted(town.branch().name);

        String address = upload(web, HEADER + good + bad).location();
        Document found = settled(web, address);

        assertThat(found.text()).contains("电话号码位数不对").contains("单元格是公式").contains("日期写法已统一");
        assertThat(found.text()).doesNotContain(number);
        Pages.Answer badRows = web.open(address + "/bad-rows?format=csv");
        assertThat(badRows.response().asString()).startsWith("\uFEFF").contains("'=1+1").contains("联系电话有 10 位")
                .doesNotContain("王平");
        assertThat(web.open(address + "/bad-rows?format=xlsx").response().asByteArray()).startsWith('P', 'K');

        web.follow(web.submit(Pages.form(found, address + "/application"), Map.of("from", "2026-01-01")));
        settled(web, address);
        Document roster = web.get("/members");
        assertThat(roster.text()).contains("王平").contains("待确认").contains("199****0001").doesNotContain("19900000001");
        Document approved = web.follow(web.submit(Pages.form(roster, "/members/approval"), Map.of()));
        assertThat(approved.text()).contains("名册已确认").doesNotContain("待确认的");
        assertThat(web.get("/members?q=wangping").select("tbody th a")).hasSize(1);
    }

    @Test
    void aBadRowIsPutRightOnThePage() throws IOException, InterruptedException {
        Town town = given.town();
        Pages web = as.pages(given.secretary(town.branch()));
        String address = upload(web, HEADER + "李红,1980-01-01,,正式党员,%s,1990000001\n".formatted(town.branch().name)).location();
        settled(web, address);
        String row = address + "/rows/2";

        Pages.Answer still = web.submit(Pages.form(web.get(row), row), Map.of("PHONE", "199"));
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.page().text()).contains("联系电话有 3 位");

        Document after = web.follow(web.submit(Pages.form(web.get(row), row), Map.of("PHONE", "19900000001")));
        assertThat(after.select("form[action$=/application]")).hasSize(1);
    }

    @Test
    void theStreetOfAnAmbiguousCommunityIsChosenFromTheListed() throws IOException, InterruptedException {
        Town town = given.town();
        String name = Ids.text(Ids.next()) + "村村民委员会";
        community(name, town.street());
        Organization other = given.organization(OrganizationKind.STREET, town.area(), null);
        community(name, other);
        Pages web = as.pages(given.secretary(town.branch()));
        String address = upload(web, "姓名,出生日期,党员类别,所在党支部,居住社区\n李红,1980-01-01,正式党员,%s,%s\n".formatted(town.branch().name, name))
                .location();
        settled(web, address);
        Document row = web.get(address + "/rows/2");

        assertThat(row.select("select[name=STREET] option[value!='']").eachText()).containsExactlyInAnyOrder(town.street().name,
                other.name);
        Document after = web.follow(web.submit(Pages.form(row, address + "/rows/2"), Map.of("STREET", other.name)));
        assertThat(after.select("form[action$=/application]")).hasSize(1);
    }

    private void community(String name, Organization street) {
        organizations
                .found(new Foundation("t" + Ids.text(Ids.next()), OrganizationKind.COMMUNITY, name, street.code, null, false,
                        Given.LONG_AGO), null);
    }

    @Test
    void aSinglePersonIsDeclinedWithAReason() throws IOException, InterruptedException {
        Town town = given.town();
        Member waiting = given.person().in(town.branch()).pending().saved();
        Pages web = as.pages(given.secretary(town.branch()));
        String address = "/members/" + waiting.number;

        assertThat(web.submit(Pages.form(web.get(address), address + "/refusal"), Map.of("reason", "")).status())
                .isEqualTo(422);
        web.follow(web.submit(Pages.form(web.get(address), address + "/refusal"), Map.of("reason", "不是本支部党员")));

        assertThat(Affiliation.allOf(waiting.id)).singleElement()
                .satisfies(place -> assertThat(place.declinedBecause).isEqualTo("不是本支部党员"));
        assertThat(web.get("/members").text()).doesNotContain(waiting.name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "not a roster", "姓名,电话\n王平,1\n" })
    void aFileThatIsNoRosterIsRefusedBesideTheField(String text) throws IOException {
        Town town = given.town();
        Pages web = as.pages(given.secretary(town.branch()));

        Pages.Answer refused = upload(web, text);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().selectFirst("[role=alert]").text()).contains("没有找到表头");
    }

    @Test
    void wrongPersonsGetNothing() throws IOException, InterruptedException {
        Town town = given.town();
        Member member = given.member(town.branch());
        Pages owner = as.pages(given.secretary(town.branch()));
        String address = upload(owner, HEADER + "王平,1981-10-05,,正式党员,%s,\n".formatted(town.branch().name)).location();
        settled(owner, address);

        Pages foreign = as.pages(given.secretary(given.town().branch()));
        assertThat(foreign.open(address).status()).isEqualTo(404);
        assertThat(foreign.open(address + "/bad-rows").status()).isEqualTo(404);
        assertThat(foreign.open("/members/" + member.number).status()).isEqualTo(404);
        assertThat(foreign.get("/members").text()).doesNotContain(member.name);
        assertThat(as.pages(given.deputy(town.branch())).open(address).status()).isEqualTo(404);
        assertThat(as.pages(member).open("/members").status()).isEqualTo(403);
        assertThat(as.pages(given.administrator(town.workingCommittee())).open("/members").status()).isEqualTo(403);
        assertThat(as.pages(given.communitySecretary(town.community())).open("/members").status()).isEqualTo(403);
        assertThat(new Pages().open("/members/imports").location()).startsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = { "zh-CN", "zh-TW", "en" })
    void everyPageIsThereInEveryLanguage(String language) throws IOException, InterruptedException {
        Town town = given.town();
        Member secretary = given.secretary(town.branch());
        Member waiting = given.person().in(town.branch()).pending().saved();
        Pages web = as.pages(secretary).language(language);
        String address = upload(web, HEADER + "李红,1980-01-01,,正式党员,%s,1990000001\n".formatted(town.branch().name)).location();
        settled(web, address);

        for (String path : new String[] { "/members", "/members/" + waiting.number, "/members/imports", address,
                address + "/rows/2" }) {
            Document page = web.get(path);
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(page.text()).doesNotContain("NOT_FOUND").doesNotContain("phone_length").doesNotContain("roster/");
        }
    }
}
