package org.shuangbaodao.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.shuangbaodao.accessibility.Sight.Sending;
import org.shuangbaodao.identity.TestAccounts;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.proof.Digests;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.support.As;
import org.shuangbaodao.support.Pages;
import org.shuangbaodao.support.TestClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Brings about what the demo does not hold by itself, with the forms the pages offer: a notice and an objection to it, a spot
 * check that was drawn, a sheet on paper, and so on.
 */
@ApplicationScoped
class Scenes {

    private static final String DISTRICT = "500109";
    private static final String BRANCH = "区财政局机关党支部";

    private final Digests digests;
    private final As as;
    private final TestAccounts accounts;
    private final TestClock clock;
    private final Map<Reader, Pages> browsers = new EnumMap<>(Reader.class);
    private final List<Sight> sights = new ArrayList<>();
    private final Map<Reader, List<String>> doors = new EnumMap<>(Reader.class);

    Scenes(Digests digests, As as, TestAccounts accounts, TestClock clock) {
        this.digests = digests;
        this.as = as;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Pages that no link leads to, or only an answer shows. */
    List<Sight> sights() {
        return sights;
    }

    /** Where this reader begins: at the first page, and at addresses he was told. */
    List<String> doors(Reader reader) {
        return doors.get(reader);
    }

    void play() throws InterruptedException {
        for (Reader reader : Reader.values()) {
            doors.put(reader, reader == Reader.OFFICER ? new ArrayList<>() : new ArrayList<>(List.of("/")));
        }
        sights.add(new Sight("activity/organizer", Reader.OFFICER, "/activities/new"));
        sights.add(new Sight("activity/organizer", Reader.OFFICER, "/activities/new?q=%E7%A4%BE%E5%8C%BA"));
        // Every component, for whoever develops.
        doors.get(Reader.VISITOR).addAll(List.of("/design", "/open-data"));
        signUp();
        clock.set("2026-10-30T10:00");
        browsers.clear();
        String check = orderSpotCheck();
        evaluate();
        clock.set("2026-11-01T12:00");
        browsers.clear();
        digests.make();
        ask(check);
        object(startNotice());
        share();
        print();
        deny();
        train();
        sent(Reader.COMMITTEE, "/rules/drafts", "/rules/drafts", Map.of());
        invite();
        for (Reader reader : Reader.values()) {
            sights.add(new Sight("web/error", reader, "/no-such-page"));
        }
        sights.add(new Sight("web/error", Reader.MEMBER, "/accounts"));
        sights.add(new Sight("board/closed", Reader.VISITOR, "/trial/never-shown/closed"));
        sights.add(new Sight("board/closed", Reader.MEMBER, "/trial/never-shown/closed?members=true"));
    }

    private void signUp() {
        Document list = as(Reader.MEMBER).get("/activities");
        String activity = list.select("main a[href^=/activities/]").stream().filter(link -> link.text().contains("周六服务日"))
                .findFirst().orElseThrow().attr("href");
        sent(Reader.MEMBER, activity, activity + "/sign-up", Map.of());
        sights.add(new Sight("attendance/signing", Reader.MEMBER, activity + "/signing?code=123456"));
        sights.add(new Sight("servicerecord/activityReport", Reader.MEMBER, activity + "/report"));
    }

    private String orderSpotCheck() {
        Organization unit = QuarkusTransaction.requiringNew().call(() -> {
            Organization branch = Organization.find("kind = ?1 and name = ?2", OrganizationKind.BRANCH, BRANCH).firstResult();
            return Organization.findById(branch.parentId);
        });
        sent(Reader.AUDITOR, "/inspections/work", "/inspections/work",
                Map.of("organization", unit.code, "quarter", "2026-Q3", "percent", "100"));
        return as(Reader.VISITOR).get("/inspections").select("main a[href^=/inspections/]").stream()
                .map(link -> link.attr("href")).filter(Walk::hasId).findFirst().orElseThrow();
    }

    // Drawn by the schedule, from the digest of the day.
    private void ask(String check) throws InterruptedException {
        for (int i = 0; i < 300 && as(Reader.AUDITOR).open(check + "/records").status() != 200; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        doors.get(Reader.AUDITOR).add(check + "/records");
        List<String> questions = as(Reader.AUDITOR).get(check + "/records").select("main a[href^=/inspections/questions/]")
                .eachAttr("href");
        for (String question : questions) {
            sent(Reader.AUDITOR, question, question + "/member", Map.of());
        }
        sent(Reader.AUDITOR, questions.get(0), questions.get(0),
                Map.of("whom", "社区值班人员", "how", "PHONE", "askedOn", "2026-11-01", "result", "HAPPENED"));
    }

    private String startNotice() {
        Document manage = as(Reader.SECRETARY).get("/notices/manage");
        String branch = manage.selectFirst("form input[name=branch]").val();
        return sent(Reader.SECRETARY, "/notices/manage/preview?branch=" + branch + "&days=5", "/notices/manage/start", Map.of())
                .location();
    }

    private void object(String notice) {
        String form = notice + "/objections/new";
        Map<String, String> objection = Map.of("text", "有一条记录的时间对不上，请核对。");
        String receipt = sent(Reader.VISITOR, form, form, objection).page().selectFirst("#receipt").text();
        sights.add(new Sight("notice/receipt", Reader.VISITOR, form, new Sending(form, objection)));
        sights.add(new Sight("notice/status", Reader.VISITOR, "/objections",
                new Sending("/objections", Map.of("code", receipt))));
    }

    private void share() {
        String links = "/me/ledger/links";
        String fresh = sent(Reader.MEMBER, links, links, Map.of("year", "2026", "days", "90")).page().selectFirst("#fresh")
                .text();
        doors.get(Reader.VISITOR).add(fresh.substring(fresh.indexOf("/shared/")));
    }

    private void print() {
        String sheet = sent(Reader.COMMUNITY, "/sheets/new", "/sheets/new", Map.of("from", "2026-11-01")).location();
        sent(Reader.COMMUNITY, sheet, sheet + "/receipt", Map.of("receivedOn", "2026-11-01"));
        sent(Reader.COMMUNITY, "/sheets/new", "/sheets/new", Map.of("from", "2026-11-01"));
    }

    // Two members say that they were not where somebody has entered them.
    private void deny() {
        QuarkusTransaction.requiringNew().run(() -> {
            List<ServiceRecord> records = ServiceRecord
                    .<ServiceRecord> find("state = ?1 and startedAt >= ?2 order by id", RecordState.SUBMITTED,
                            LocalDateTime.parse("2026-10-01T00:00"))
                    .page(0, 2).list();
            long other = officer().id;
            for (ServiceRecord denied : records) {
                denied.enteredBy = other;
                denied.heldAt = denied.submittedAt;
            }
        });
        for (Reader inspector : List.of(Reader.AUDITOR, Reader.COMMITTEE)) {
            doors.get(inspector).add("/inspections/patterns?quarter=2026-Q4&pattern=DENIED_ENTRIES");
        }
    }

    private void evaluate() {
        String served = as(Reader.COMMUNITY).get("/evaluations").selectFirst("main a[href^=/evaluations/new]").attr("href");
        sent(Reader.COMMUNITY, served, "/evaluations/new", Map.of("givenBy", "RESIDENT", "completion", "DONE", "grade",
                "SATISFIED", "feedback", "干活细致"));
    }

    private void train() {
        String form = "/trainings/new";
        Element present = as(Reader.SECRETARY).get(form).selectFirst("input[name=present]");
        sent(Reader.SECRETARY, form, form, Map.of("name", "急救员培训", "content", "心肺复苏和包扎", "firstDay", "2026-10-30",
                "minutes", "180", "organizer", "区红十字会", "result", "CERTIFIED", "present", present.val()));
    }

    private void invite() {
        Document members = as(Reader.SECRETARY).get("/members");
        String number = members.select("main a[href^=/members/M]").last().attr("href").substring("/members/".length());
        String slips = "/members/slips?member=" + number;
        String code = sent(Reader.SECRETARY, slips, "/members/slips", Map.of("member", number)).page()
                .selectFirst(".slip-code").text();
        sights.add(new Sight("identity/print", Reader.SECRETARY, "/members/slips?member=" + number,
                new Sending("/members/slips", Map.of())));
        sights.add(new Sight("identity/account", Reader.VISITOR, "/activate",
                new Sending("/activate", Map.of("code", code))));
    }

    /** @return the cookie of a new session, null for the visitor */
    String logIn(Reader reader) {
        return switch (reader) {
            case VISITOR -> null;
            case OFFICER -> as.cookie(QuarkusTransaction.requiringNew().call(this::officer));
            default -> reader.logIn();
        };
    }

    private Member officer() {
        Organization district = Organization.find("code", DISTRICT).firstResult();
        return Appointment.<Appointment> list("organizationId = ?1 and office = ?2", district.id, Office.COMMITTEE_OFFICER)
                .stream().filter(held -> !accounts.has(held.memberId)).findFirst()
                .map(held -> Member.<Member> findById(held.memberId)).orElseThrow();
    }

    private Pages as(Reader reader) {
        return browsers.computeIfAbsent(reader, key -> {
            String session = logIn(key);
            return session == null ? new Pages() : new Pages().cookie("session", session);
        });
    }

    private Pages.Answer sent(Reader reader, String address, String form, Map<String, ?> fields) {
        Pages pages = as(reader);
        Pages.Answer answer = pages.submit(Pages.form(pages.get(address), form), fields);
        assertThat(answer.status()).as("%s sends %s: %s", reader, form, answer.page().select("main").text()).isLessThan(400);
        return answer;
    }
}
