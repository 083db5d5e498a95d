package org.shuangbaodao.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

import org.shuangbaodao.process.ServiceProcess;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A roster of many rows, uploaded and applied as the committee's officer does it in the browser. */
final class RosterUpload {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String bearer;

    RosterUpload(ServiceProcess service, String login) throws Exception {
        base = "http://127.0.0.1:" + service.port();
        bearer = "Bearer " + service.token(login);
    }

    /** @param branches names of existing branches, to be filled in turn */
    static Path sheet(Path folder, int rows, java.util.List<String> branches) throws IOException {
        Path file = folder.resolve("roster.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "roster", "1.0")) {
            Worksheet sheet = book.newWorksheet("花名册");
            String[] headers = { "序号", "姓名", "性别", "出生日期", "党员类别", "入党时间", "所在党支部", "联系电话" };
            for (int column = 0; column < headers.length; column++) {
                sheet.value(0, column, headers[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, "测" + (char) ('一' + row % 4000) + (char) ('一' + row / 4000));
                sheet.value(row, 2, row % 2 == 0 ? "男" : "女");
                sheet.value(row, 3, LocalDate.of(1950, 1, 1).plusDays(row % 18000).toString());
                sheet.value(row, 4, "正式党员");
                sheet.value(row, 5, "2005-07-01");
                sheet.value(row, 6, branches.get(row % branches.size()));
                sheet.value(row, 7, "199%08d".formatted(row));
            }
        }
        return file;
    }

    /** @return the address of the import */
    String upload(Path file) throws IOException, InterruptedException {
        Form form = open("/members/imports", "/members/imports");
        String boundary = "----benchmark";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + form.name + "\"\r\n\r\n" + form.token
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"roster.xlsx\"\r\n"
                + "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("/members/imports", "multipart/form-data; boundary=" + boundary, body.toByteArray(), form);
    }

    void apply(String address) throws IOException, InterruptedException {
        Form form = open(address, address + "/application");
        send(address + "/application", "application/x-www-form-urlencoded",
                (form.name + "=" + form.token + "&from=2026-01-01").getBytes(StandardCharsets.UTF_8), form);
    }

    private String send(String path, String type, byte[] body, Form form) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", bearer)
                .header("Cookie", form.cookie).header("Content-Type", type).header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 303) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + Jsoup.parse(answer.body()).text());
        }
        return URI.create(base).resolve(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private Form open(String path, String action) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", bearer)
                .header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        Document page = Jsoup.parse(answer.body(), base + path);
        var token = page.selectFirst("form[action=" + action + "] input[type=hidden]");
        if (token == null) {
            throw new IOException("No form to " + action + " on " + path + ": " + page.text());
        }
        String cookie = answer.headers().allValues("Set-Cookie").stream().map(each -> each.split(";")[0])
                .reduce((one, other) -> one + "; " + other).orElse("");
        return new Form(token.attr("name"), token.attr("value"), cookie);
    }

    private record Form(String name, String token, String cookie) {
    }

    /** Waits until the latest import is in one of the states. */
    static void await(Connection database, String... states) throws SQLException, InterruptedException {
        while (true) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement
                            .executeQuery(
                                    "select state, rows_checked, rows_applied from roster_import order by id desc limit 1")) {
                row.next();
                if (java.util.List.of(states).contains(row.getString(1))) {
                    return;
                }
            }
            Thread.sleep(200);
        }
    }
}
