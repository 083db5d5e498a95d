package org.shuangbaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions never wait for a mail server, and mails come once, late if need be. */
@QuarkusTest
class OutboxTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    TestClock clock;
    @Inject
    TestPost post;
    @Inject
    Inbox inbox;
    @Inject
    Outbox outbox;
    @Inject
    Dispatch dispatch;
    @Inject
    InboxPurge purge;
    @Inject
    DataSource database;

    Given.Town town;
    Member member;
    String address;

    @BeforeEach
    void aMemberWithAMailbox() {
        clock.set("2026-11-20T10:00");
        town = given.town();
        member = given.member(town.branch());
        address = "m" + Ids.text(member.id).toLowerCase() + "@example.org";
    }

    @AfterEach
    void theServerIsBack() {
        post.comeBack();
        clock.reset();
    }

    @Test
    void anAddressCountsOnceItsOwnerHasTypedInTheCode() throws SQLException {
        Pages browser = as.pages(member);
        Document channels = browser.get("/me/inbox/channels");
        assertThat(browser.submit(Pages.form(channels, "/me/inbox/channels/address"), Map.of("address", "not an address"))
                .status()).isEqualTo(422);
        channels = browser.follow(
                browser.submit(Pages.form(channels, "/me/inbox/channels/address"), Map.of("address", address)));
        tell("before");
        dispatch.send();
        assertThat(post.to(address)).singleElement().satisfies(mail -> assertThat(mail.getText()).contains("验证码"));

        assertThat(browser.submit(Pages.form(channels, "/me/inbox/channels/code"), Map.of("code", "abcdef")).status())
                .isEqualTo(422);
        Document confirmed = browser
                .follow(browser.submit(Pages.form(channels, "/me/inbox/channels/code"), Map.of("code", code())));
        assertThat(confirmed.text()).contains(address.charAt(0) + "***@example.org").doesNotContain(address);

        tell("after");
        dispatch.send();
        assertThat(post.to(address)).hasSize(2);
        Mail mail = post.to(address).get(1);
        assertThat(mail.getSubject()).isEqualTo("双报到：您有一条新消息");
        assertThat(mail.getText()).contains("社区确认了您的服务：2026-11-10", "/records").doesNotContain(member.name);
        assertThat(stored()).isNotEmpty().doesNotContain("example").doesNotContain(address);
    }

    @Test
    void aCodeIsOverAfterAWhileAndAfterGuesses() {
        Pages browser = as.pages(member);
        Document channels = entered(browser);
        assertThat(browser.submit(Pages.form(channels, "/me/inbox/channels/address"), Map.of("address", address)).status())
                .as("the next code").isEqualTo(429);
        dispatch.send();
        String first = code();
        for (int i = 0; i < MailAddresses.CODE_FAILURES; i++) {
            assertThat(submit(browser, channels, "wrong")).isEqualTo(422);
        }
        assertThat(submit(browser, channels, first)).as("after so many guesses").isEqualTo(409);

        clock.advance(Duration.ofMinutes(2));
        Document again = entered(browser);
        clock.advance(MailAddresses.CODE_VALID);
        dispatch.send();
        assertThat(post.to(address)).as("a code that is over is not sent any more").hasSize(1);
        assertThat(submit(browser, again, first)).isEqualTo(409);
    }

    @Test
    void anHourWithoutAMailServerDelaysMailsAndNothingElse() {
        confirm();
        post.goAway();
        String id = as.api(member).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-11-10T09:00", "endedAt", "2026-11-10T11:00", "summary", "小区门口值守",
                        "communityCode", town.community().code))
                .post("/api/records").then().statusCode(201).extract().path("id");
        as.api(given.communitySecretary(town.community())).body(Map.of()).post("/api/records/" + id + "/confirmation").then()
                .statusCode(200);
        as.api(given.secretary(town.branch())).body(Map.of()).post("/api/records/" + id + "/award").then().statusCode(200);
        pass(Duration.ofHours(1));
        assertThat(mails()).isEmpty();
        List<String> kinds = as.api(member).get("/api/me/inbox").then().extract().path("items.kind");
        assertThat(kinds).containsExactlyInAnyOrder("servicerecord:told_confirmed", "servicerecord:told_awarded");

        post.comeBack();
        pass(Duration.ofHours(3));

        assertThat(mails()).hasSize(2).extracting(mail -> mail.getHeaders().get("Message-ID")).doesNotHaveDuplicates();
        assertThat(mails()).extracting(Mail::getText).anyMatch(text -> text.contains("社区确认了您的服务"))
                .anyMatch(text -> text.contains("支部核定了您的服务"));
    }

    @Test
    void whatIsGivenUpIsSeenWithoutAPersonAndSentAgain() {
        confirm();
        post.goAway();
        tell("lost");
        pass(Duration.ofHours(20));
        post.comeBack();
        pass(Duration.ofHours(20));
        assertThat(mails()).as("given up").isEmpty();

        Pages administrator = as.pages(given.administrator(town.workingCommittee()));
        Document page = administrator.get("/outbox");
        assertThat(page.text()).contains("servicerecord:told_confirmed", "对方服务器没有应答").doesNotContain(member.name)
                .doesNotContain(address).doesNotContain("2026-11-10");
        for (String language : List.of("zh-TW", "en")) {
            administrator.language(language).get("/outbox");
        }
        administrator.follow(administrator.submit(Pages.form(page, "/outbox/" + parcel() + "/resending"), Map.of()));
        dispatch.send();
        assertThat(mails()).hasSize(1);
        assertThat(administrator.submit(Pages.form(page, "/outbox/" + parcel() + "/resending"), Map.of()).status())
                .isEqualTo(409);
        assertThat(as.pages(member).open("/outbox").status()).isEqualTo(403);
        assertThat(as.pages(given.auditor(town.workingCommittee())).open("/outbox").status()).isEqualTo(403);
    }

    @Test
    void anAddressThatDoesNotExistIsGivenUpAtOnce() {
        confirm();
        post.refuse(address);
        tell("refused");
        dispatch.send();

        assertThat(outbox.troubled(1).items()).filteredOn(each -> each.recipientId.equals(member.id)).singleElement()
                .satisfies(each -> {
                    assertThat(each.state).isEqualTo(ParcelState.GIVEN_UP);
                    assertThat(each.failure).isEqualTo(Failure.NO_SUCH_ADDRESS);
                });
    }

    @Test
    void whoeverTakesHisAddressAwayGetsNoMoreMails() {
        confirm();
        tell("too late");
        Pages browser = as.pages(member);
        browser.follow(browser.submit(Pages.form(browser.get("/me/inbox/channels"), "/me/inbox/channels/removal"), Map.of()));

        dispatch.send();
        tell("not at all");
        dispatch.send();

        assertThat(mails()).isEmpty();
        assertThat(outbox.troubled(1).items()).noneMatch(each -> each.recipientId.equals(member.id));
    }

    @Test
    void ofTwoSendersOneSends() throws Exception {
        confirm();
        IntStream.range(0, 20).forEach(i -> tell("news " + i));
        Parcel mine = due();
        Parcel his = due();
        long before = outbox.in(Channel.MAIL, ParcelState.SENT);
        assertThat(outbox.claim(mine)).isTrue();
        assertThat(outbox.claim(his)).as("claimed already").isFalse();
        outbox.sent(his);
        assertThat(outbox.in(Channel.MAIL, ParcelState.SENT)).as("who did not claim it cannot end it").isEqualTo(before);

        CyclicBarrier start = new CyclicBarrier(3);
        ExecutorService senders = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> sendTogether(start), senders)).toList();
            all.forEach(CompletableFuture::join);
        } finally {
            senders.shutdown();
        }
        assertThat(mails()).as("all but the claimed one").hasSize(19)
                .extracting(mail -> mail.getHeaders().get("Message-ID")).doesNotHaveDuplicates();
    }

    @Test
    void aSenderThatDiesLeavesItsParcelToAnother() {
        confirm();
        tell("claimed");
        assertThat(outbox.claim(due())).isTrue();
        dispatch.send();
        assertThat(mails()).isEmpty();

        clock.advance(Outbox.LEASE);
        dispatch.send();
        dispatch.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void theSameNewsLeavesOnce() {
        confirm();
        tell("same");
        tell("same");
        dispatch.send();
        assertThat(mails()).hasSize(1);
        tell("same");
        dispatch.send();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void whatWasSentIsForgottenAfterAMonth() {
        confirm();
        tell("sent");
        dispatch.send();
        long before = outbox.in(Channel.MAIL, ParcelState.SENT);
        assertThat(before).isPositive();

        clock.advance(InboxPurge.SENT_KEPT.plusSeconds(1));
        purge.purge();

        assertThat(outbox.in(Channel.MAIL, ParcelState.SENT)).isLessThan(before);
    }

    private void sendTogether(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        dispatch.send();
    }

    // The schedule, as often as it matters.
    private void pass(Duration duration) {
        for (long minute = 0; minute < duration.toMinutes(); minute += 2) {
            clock.advance(Duration.ofMinutes(2));
            dispatch.send();
        }
    }

    private void tell(String key) {
        QuarkusTransaction.requiringNew().run(() -> inbox.tell(member.id,
                Word.of(() -> "servicerecord:told_confirmed", "/records", key, "2026-11-10", "2.0")));
    }

    private void confirm() {
        Pages browser = as.pages(member);
        Document channels = entered(browser);
        dispatch.send();
        assertThat(submit(browser, channels, code())).isEqualTo(303);
    }

    private Document entered(Pages browser) {
        return browser.follow(browser.submit(Pages.form(browser.get("/me/inbox/channels"), "/me/inbox/channels/address"),
                Map.of("address", address)));
    }

    private static int submit(Pages browser, Document channels, String code) {
        return browser.submit(Pages.form(channels, "/me/inbox/channels/code"), Map.of("code", code)).status();
    }

    private String code() {
        List<Mail> all = post.to(address);
        Matcher code = CODE.matcher(all.get(all.size() - 1).getText());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    /** Those without a code. */
    private List<Mail> mails() {
        return post.to(address).stream().filter(mail -> !mail.getSubject().contains("验证码")).toList();
    }

    private Parcel due() {
        return outbox.due(Channel.MAIL, 1000).stream().filter(each -> each.recipientId.equals(member.id)).findFirst()
                .orElseThrow();
    }

    private String parcel() {
        return Ids.text(QuarkusTransaction.requiringNew()
                .call(() -> Parcel.<Parcel> find("recipientId = ?1 and onceKey = ?2", member.id, "lost").firstResult().id));
    }

    private String stored() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select address_cipher from mail_address where member_id = " + member.id);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
