package org.shuangbaodao.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Given;
import org.shuangbaodao.support.Happenings;
import org.shuangbaodao.support.Happenings.Happening;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.SoundBooks;
import org.shuangbaodao.support.TestClock;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From paper to the books, and the ways in which paper could be made to lie. */
@QuarkusTest
class PaperSheetTest {

    @Inject
    SoundBooks soundBooks;
    @Inject
    Given given;
    @Inject
    As as;
    @Inject
    Happenings happenings;
    @Inject
    Standings standings;
    @Inject
    TestClock clock;

    Given.Town town;
    Member host;
    Member worker;
    Member member;
    Member other;
    Happening happening;
    Path folder;

    @BeforeEach
    void aMorningInTheCommunity() throws IOException {
        folder = Files.createTempDirectory("sheets");
        clock.set("2026-06-01T08:00");
        town = given.town();
        host = given.communitySecretary(town.community());
        member = given.person().in(town.branch()).named("𠮷田 芳").saved();
        other = given.member(town.branch());
        happening = happenings.published(host, town.community(), "2026-06-06T09:00", "2026-06-06T11:00", 10);
        happenings.signUp(member, happening);
        worker = given.holder(Office.GRID_WORKER, town.community());
        clock.set("2026-06-05T10:00");
    }

    @AfterEach
    void theBooksVerify() throws SQLException {
        soundBooks.of(town.branch());
        clock.reset();
    }

    @Test
    void whatWasSignedIsTypedLateAndStillInTimeAndConfirmedByAnother() {
        String code = printed(host, true);
        clock.set("2026-06-08T09:00");
        receive(worker, code, "2026-06-08").statusCode(200).body("state", equalTo("RECEIVED"));

        // Fifteen working days after the service, twenty-three days after the office had the sheet in hand.
        clock.set("2026-06-29T15:00");
        List<Map<String, Object>> rows = List.of(row(1, member, "", ""), row(4, other, "9:15", "11:00"));
        as.api(host).body(Map.of("rows", rows)).post("/api/sheets/" + code + "/check").then().statusCode(200)
                .body("problem", equalTo(Arrays.asList(null, null)), "startedAt[1]", equalTo("2026-06-06T09:15:00"));
        List<String> ids = apply(host, code, rows).statusCode(200).body("rows.row", equalTo(List.of(1, 4))).extract()
                .path("rows.recordId");

        as.api(member).get("/api/records/" + ids.get(0)).then().body("lateness", equalTo("IN_TIME"), "minutes", equalTo(120),
                "enteredBySomebodyElse", equalTo(true), "paper.code", equalTo(code), "paper.row", equalTo(1),
                "paper.receivedOn", equalTo("2026-06-08"));
        assertThat(as.pages(member).get("/records/" + ids.get(0)).text()).contains("纸质签到表", code, host.name, "签名同意代录");
        // The same deed typed without the paper is late.
        as.api(host).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("startedAt", "2026-06-05T09:00", "endedAt", "2026-06-05T10:00", "summary", "值守", "communityCode",
                        town.community().code, "memberNumber", member.number, "lateReason", "忘了"))
                .post("/api/records").then().statusCode(201).body("lateness", equalTo("LATE"));

        as.api(host).body(Map.of()).post("/api/records/" + ids.get(0) + "/confirmation").then().statusCode(403).body("type",
                endsWith("record/own-entry"));
        as.api(given.gridLead(town.grid())).body(Map.of()).post("/api/records/" + ids.get(0) + "/confirmation").then()
                .statusCode(200).body("state", equalTo("CONFIRMED"));
        assertThat(standings.of(member.id, Period.ALL).get(Book.DUTY_MINUTES)).isEqualTo(120);
        assertThat(as.pages(host).get("/sheets/" + code).text()).contains(other.name, "2 条记录");
    }

    @Test
    void theSameSheetIsTypedOnce() {
        String code = received(printed(host, false));
        Map<String, Object> body = Map.of("rows", List.of(row(1, member, "9:00", "10:00")));
        String key = UUID.randomUUID().toString();
        String id = as.api(host).header("Idempotency-Key", key).body(body).post("/api/sheets/" + code + "/entries").then()
                .statusCode(200).extract().path("rows[0].recordId");

        as.api(host).header("Idempotency-Key", key).body(body).post("/api/sheets/" + code + "/entries").then().statusCode(200)
                .body("rows[0].recordId", equalTo(id));
        apply(worker, code, List.of(row(2, other, "9:00", "10:00"))).statusCode(409).body("type",
                endsWith("paper/already-applied"));
        as.api(host).body(body).post("/api/sheets/" + code + "/entries").then().statusCode(400);
        as.api(host).body(Map.of("reason", "丢失")).post("/api/sheets/" + code + "/voiding").then().statusCode(409);
    }

    @Test
    void oneBadRowHoldsBackTheWholeSheet() {
        String code = received(printed(host, false));
        Member silent = given.person().in(town.branch()).notActivated().saved();
        List<Map<String, Object>> rows = List.of(row(1, member, "9:00", "10:00"), row(2, member, "9:30", "10:30"),
                row(3, "M0000000000000", "张三", "9:00", "10:00", "yes"), row(4, other.number, member.name, "", "", "yes"),
                row(5, other.number, other.name, "9:00", "8:00", "yes"), row(6, other.number, other.name, "9:00", "10:00", ""),
                row(7, "", "张三", "9:00", "10:00", "yes"), row(8, other.number, other.name, "1:00", "2:00", "yes"),
                row(9, silent.number, silent.name, "", "", "yes"), row(10, other.number, "", "", "", ""));
        as.api(host).body(Map.of("rows", rows)).post("/api/sheets/" + code + "/check").then().statusCode(200).body("row",
                equalTo(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)), "problem",
                equalTo(Arrays.asList(null, "record/overlap", "paper/number-unknown", "paper/name-differs",
                        "paper/time-unreadable", "paper/unsigned", "paper/number-missing", "record/outside-slot",
                        "record/no-consent")));

        apply(host, code, rows).statusCode(422).body("type", endsWith("paper/rows-refused"), "rows.row",
                hasItems(2, 3, 4, 5, 6, 7, 8, 9));
        as.api(host).get("/api/sheets/" + code).then().body("state", equalTo("RECEIVED"), "records", nullValue());
        assertThat(as.pages(member).get("/records").text()).doesNotContain("清理楼道");
        apply(host, code, List.of(rows.get(0))).statusCode(200);
    }

    @Test
    void theDayOfReceiptIsNotMadeUp() {
        String code = printed(host, false);
        clock.set("2026-06-25T09:00");
        refused(receive(host, code, "2026-06-26"), "future-date");
        refused(receive(host, code, "2026-06-04"), "paper-before-print");
        refused(receive(host, code, "2026-06-05"), "paper-before-service");
        // 2026-06-19 is no working day: the tenth before the 25th is the 10th.
        refused(receive(host, code, "2026-06-09"), "paper-too-far-back");
        apply(host, code, List.of(row(1, member, "", ""))).statusCode(409).body("type", endsWith("paper/not-received"));
        receive(host, code, "2026-06-10").statusCode(200).body("receivedBy", equalTo(host.name));
        receive(host, code, "2026-06-25").statusCode(409).body("type", endsWith("paper/already-received"));
    }

    @Test
    void aSheetThatLayTooLongNoLongerMakesAnythingTimely() {
        String code = received(printed(host, false));
        clock.set("2026-07-09T09:00");
        apply(host, code, List.of(row(1, member, "", ""))).statusCode(422).body("rows[0].problem",
                equalTo("record/late-reason-needed"));
        Map<String, Object> body = Map.of("rows", List.of(row(1, member, "", "")), "lateReason", "夹在别的表里");
        String id = as.api(host).header("Idempotency-Key", UUID.randomUUID().toString()).body(body)
                .post("/api/sheets/" + code + "/entries").then().statusCode(200).extract().path("rows[0].recordId");
        as.api(member).get("/api/records/" + id).then().body("lateness", equalTo("VERY_LATE"), "paper.receivedOn",
                nullValue());
    }

    @Test
    void correctedToAnotherDayItIsNoLongerWhatThePaperSays() {
        clock.set("2026-06-08T09:00");
        String code = as.api(host).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("communityCode", town.community().code, "from", "2026-06-01", "to", "2026-06-08"))
                .post("/api/sheets").then().statusCode(201).extract().path("code");
        accepted(member);
        receive(host, code, "2026-06-08").statusCode(200);
        clock.set("2026-06-29T15:00");
        Map<String, Object> row = new HashMap<>(row(1, member, "7:00", "8:00"));
        row.put("day", "2026-06-08");
        apply(host, code, List.of(row)).statusCode(422).body("rows[0].problem", equalTo("paper/content-missing"));
        row.put("what", "打扫楼道");
        String id = apply(host, code, List.of(row)).statusCode(200).extract().path("rows[0].recordId");
        as.api(member).get("/api/records/" + id).then().body("lateness", equalTo("IN_TIME"));

        Map<String, Object> stranger = new HashMap<>(row(1, other, "7:00", "8:00"));
        stranger.putAll(Map.of("day", "2026-06-08", "what", "打扫楼道"));
        String second = as.api(host).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("communityCode", town.community().code, "from", "2026-06-08"))
                .post("/api/sheets").then().statusCode(201).extract().path("code");
        receive(host, second, "2026-06-29").statusCode(200);
        apply(host, second, List.of(stranger)).statusCode(422).body("rows[0].problem", equalTo("paper/not-accepted"));

        Document correction = as.pages(member).get("/records/" + id + "/correction");
        assertThat(correction.select("form")).isNotEmpty();
        Pages pages = as.pages(member);
        Document form = pages.get("/records/" + id + "/correction");
        int status = pages.submit(Pages.form(form, "/records/" + id + "/correction"),
                Map.of("day", "2026-06-05", "late", "记错了日子")).status();
        assertThat(status).isEqualTo(303);
        as.api(member).get("/api/records/" + id).then().body("lateness", equalTo("LATE"), "paper.code", equalTo(code),
                "paper.receivedOn", nullValue());
    }

    @Test
    void theWrongPeopleGetNowhere() {
        String code = printed(host, false);
        Member elsewhere = given.communitySecretary(given.community(town.street()));
        clock.set("2026-06-08T09:00");
        for (Member wrong : List.of(member, given.secretary(town.branch()), elsewhere, given.administrator(town.area()))) {
            as.api(wrong).get("/api/sheets/" + code).then().statusCode(404);
            as.api(wrong).get("/api/sheets?community=" + town.community().code).then().statusCode(403);
            receive(wrong, code, "2026-06-08").statusCode(403);
            as.api(wrong).header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("communityCode", town.community().code, "from", "2026-06-08")).post("/api/sheets").then()
                    .statusCode(403);
            assertThat(as.pages(wrong).open("/sheets/" + code + "/sheet.pdf").status()).isEqualTo(404);
            assertThat(as.pages(wrong).open("/sheets/" + code + "/rows").status()).isEqualTo(404);
        }
        // Names are for whoever runs it; the sheet itself may be printed by the community's other hands.
        as.api(worker).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("activityId", happening.id(), "withNames", true)).post("/api/sheets").then().statusCode(403);
        receive(host, code, "2026-06-08").statusCode(200);
        apply(elsewhere, code, List.of(row(1, member, "", ""))).statusCode(404);
        as.api(host).body(Map.of("reason", "打湿了")).post("/api/sheets/" + code + "/voiding").then().statusCode(200)
                .body("state", equalTo("VOIDED"));
        apply(host, code, List.of(row(1, member, "", ""))).statusCode(409).body("type", endsWith("paper/voided"));
    }

    @Test
    void theLeadAloneDoesNotSayWhenTheSheetWasHandedIn() {
        Map<String, Object> plan = Happenings.plan(town.community(),
                List.of(Happenings.slot("2026-06-06T14:00", "2026-06-06T16:00", null)));
        plan.put("leadNumber", other.number);
        Happening led = happenings.published(host, plan);
        String code = as.api(other).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("activityId", led.id())).post("/api/sheets").then().statusCode(201).extract().path("code");
        clock.set("2026-06-08T09:00");
        receive(other, code, "2026-06-08").statusCode(403);
        receive(host, code, "2026-06-08").statusCode(200);
        apply(other, code, List.of(row(1, member, "14:00", "16:00"))).statusCode(200);
    }

    @Test
    void thePaperCarriesItsCodeTheNamesAndWhatSigningMeans() throws IOException {
        String code = printed(host, true);
        byte[] file = RestAssured.given().cookie("session", as.cookie(host)).get("/sheets/" + code + "/sheet.pdf").then()
                .statusCode(200).contentType("application/pdf").extract().asByteArray();
        try (PDDocument paper = Loader.loadPDF(file)) {
            assertThat(scanned(new PDFRenderer(paper).renderImageWithDPI(0, 150))).endsWith("/sheets/" + code);
            String text = new PDFTextStripper().getText(paper);
            assertThat(text).contains(code, town.community().name, "三号楼", "2026-06-06 09:00–11:00", "登记服务时长", "签名即同意", "不要签名",
                    "〓田 芳");
            assertThat(text.replaceAll("\\s", "")).contains(member.number);
        }
    }

    @Test
    void itIsTypedOnThePageRowByRowWithoutScripts() {
        Pages pages = as.pages(host);
        Document order = pages.get("/sheets/new?activity=" + happening.id() + "&slot=" + happening.slot());
        String address = pages.submit(Pages.form(order, "/sheets/new"), Map.of("names", "yes")).location();
        clock.set("2026-06-08T09:00");
        pages = as.pages(host);
        Document sheet = pages.get(address);
        pages.follow(pages.submit(Pages.form(sheet, address + "/receipt"), Map.of("receivedOn", "2026-06-08")));
        Document rows = pages.get(address + "/rows");
        assertThat(rows.select("input[name=number-1]").val()).isEqualTo(member.number);

        Pages.Answer bad = pages.submit(Pages.form(rows, address + "/rows"), Map.of("signed-1", "yes", "from-1", "早上", "act",
                "check"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.page().text()).contains("时间看不懂");
        assertThat(bad.page().select("input[name=from-1]").val()).isEqualTo("早上");
        Document sound = pages.submit(Pages.form(bad.page(), address + "/rows"), Map.of("from-1", "", "act", "check")).page();
        assertThat(sound.text()).contains("1 行都可以登记");
        assertThat(pages.submit(Pages.form(sound, address + "/rows"), Map.of("act", "more")).page().select("tbody tr"))
                .hasSizeGreaterThan(sound.select("tbody tr").size());
        Document done = pages.follow(pages.submit(Pages.form(sound, address + "/rows"), Map.of("act", "apply")));
        assertThat(done.text()).contains("已登记", member.name);
        assertThat(as.pages(host).get("/sheets").text()).contains(address.substring(address.lastIndexOf('/') + 1));
        for (String language : List.of("zh-TW", "en")) {
            for (String page : List.of("/sheets", "/sheets/new", address, address + "/rows")) {
                assertThat(as.pages(host).language(language).get(page).select("h1").text()).as(page).isNotBlank();
            }
        }
    }

    @Test
    void aWorkbookIsReadLikeThePageAndNoOtherSheetsIs() throws IOException {
        String code = received(printed(host, false));
        Pages pages = as.pages(host);
        Document rows = pages.get("/sheets/" + code + "/rows");
        String action = "/sheets/" + code + "/rows/file";
        byte[] template = RestAssured.given().cookie("session", as.cookie(host)).get("/sheets/" + code + "/sheet.xlsx").then()
                .statusCode(200).extract().asByteArray();
        assertThat(upload(pages, rows, action, Files.write(folder.resolve("blank.xlsx"), template)).status()).isEqualTo(200);
        Document read = upload(pages, rows, action, workbook(code, "9:00")).page();
        assertThat(read.select("input[name=number-1]").val()).isEqualTo(member.number);
        assertThat(read.text()).contains("1 行都可以登记");

        Pages.Answer foreign = upload(pages, rows, action, workbook(SheetCode.random().grouped(), "9:00"));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.page().text()).contains("另一张签到表");
        Path broken = Files.write(folder.resolve("broken.xlsx"), Arrays.copyOf(template, template.length / 2));
        assertThat(upload(pages, rows, action, broken).status()).isEqualTo(422);
        Path text = Files.writeString(folder.resolve("text.xlsx"), "hello");
        assertThat(upload(pages, rows, action, text).status()).isEqualTo(422);
    }

    private static String scanned(BufferedImage page) {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        try {
            return new QRCodeReader().decode(new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots)))).getText();
        } catch (ReaderException e) {
            throw new AssertionError("Nothing to scan on the paper", e);
        }
    }

    private Pages.Answer upload(Pages pages, Document page, String action, Path file) {
        return pages.submit(Pages.form(page, action), Map.of("file", file.toFile()));
    }

    private Path workbook(String code, String from) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            List<String> headers = List.of("签到表编号", "姓名", "党员编号", "开始时间", "结束时间", "签名", "服务内容");
            List<String> cells = List.of(code, member.name, member.number, from, "10:30", "有", "=1+1");
            for (int i = 0; i < headers.size(); i++) {
                sheet.value(0, i, headers.get(i));
                sheet.value(1, i, cells.get(i));
            }
        }
        return file;
    }

    private String printed(Member who, boolean names) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("activityId", happening.id(), "slotId", happening.slot(), "withNames", names)).post("/api/sheets")
                .then().statusCode(201).body("state", equalTo("PRINTED")).extract().path("code");
    }

    private String received(String code) {
        clock.set("2026-06-08T09:00");
        receive(host, code, "2026-06-08").statusCode(200);
        return code;
    }

    private ValidatableResponse receive(Member who, String code, String day) {
        return as.api(who).body(Map.of("receivedOn", day)).post("/api/sheets/" + code + "/receipt").then();
    }

    private static void refused(ValidatableResponse answer, String reason) {
        answer.statusCode(422).body("errors[0].field", equalTo("receivedOn"), "errors[0].reason", equalTo(reason));
    }

    private ValidatableResponse apply(Member who, String code, List<Map<String, Object>> rows) {
        return as.api(who).header("Idempotency-Key", UUID.randomUUID().toString()).body(Map.of("rows", rows))
                .post("/api/sheets/" + code + "/entries").then();
    }

    private void accepted(Member who) {
        String id = as.api(who).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("communityCode", town.community().code)).post("/api/checkins").then().statusCode(201).extract()
                .path("id");
        as.api(host).post("/api/checkins/" + id + "/acceptance").then().statusCode(200);
    }

    private static Map<String, Object> row(int number, Member who, String from, String to) {
        return row(number, who.number, who.name, from, to, "yes");
    }

    private static Map<String, Object> row(int row, String number, String name, String from, String to, String signed) {
        return Map.of("row", row, "number", number, "name", name, "from", from, "to", to, "signed", signed);
    }
}
