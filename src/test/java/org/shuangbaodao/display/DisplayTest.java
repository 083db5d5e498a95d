package org.shuangbaodao.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisplayTest {

    @Inject
    Given given;
    @Inject
    As as;

    @Test
    void whatWasChosenOnceComesToTheNextDeviceWithTheLogin() {
        Member member = given.member(given.town().branch());
        Pages phone = as.pages(member);
        Document kept = phone.follow(choose(phone, Map.of("text", "large", "theme", "contrast", "language", "zh-TW")));
        assertThat(kept.text()).contains("已儲存顯示設定");

        Pages computer = new Pages().language("en");
        Document start = computer.follow(logIn(computer, member));

        Element html = start.selectFirst("html");
        assertThat(html.attr("lang")).isEqualTo("zh-TW");
        assertThat(html.attr("data-theme")).isEqualTo("contrast");
        assertThat(html.attr("data-text")).isEqualTo("large");
    }

    @Test
    void whoLeavesTheLanguageToTheDeviceReadsTheDevicesLanguage() {
        Member member = given.member(given.town().branch());
        Pages phone = as.pages(member);
        choose(phone, Map.of("text", "normal", "theme", "auto", "language", ""));

        Pages computer = new Pages().language("en");
        Document start = computer.follow(logIn(computer, member));

        assertThat(start.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(start.selectFirst("html").hasAttr("data-theme")).isFalse();
    }

    @Test
    void nobodysPreferenceReachesAnotherReader() {
        Member member = given.member(given.town().branch());
        choose(as.pages(member), Map.of("text", "large", "theme", "dark", "language", "en"));

        Document visitor = new Pages().get("/rankings");

        assertThat(visitor.selectFirst("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(visitor.selectFirst("html").hasAttr("data-text")).isFalse();
    }

    @Test
    void whatIsNotOnOfferIsRefusedAndKeepsNothing() {
        Member member = given.member(given.town().branch());
        Pages pages = as.pages(member);

        Pages.Answer refused = choose(pages, Map.of("text", "huge", "theme", "dark", "language", "xx"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(DisplayPreference.findByIdOptional(member.id)).isEmpty();
    }

    private static Pages.Answer choose(Pages pages, Map<String, String> choices) {
        return pages.submit(Pages.form(pages.get("/me/display"), "/me/display"), choices);
    }

    private static Pages.Answer logIn(Pages pages, Member member) {
        return pages.submit(Pages.form(pages.get("/login"), "/login"),
                Map.of("login", Given.loginOf(member), "password", Given.PASSWORD));
    }
}
