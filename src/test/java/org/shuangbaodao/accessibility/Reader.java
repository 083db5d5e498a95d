package org.shuangbaodao.accessibility;

import java.util.Locale;
import java.util.Map;

import org.shuangbaodao.support.Pages;

/** Who opens pages. */
enum Reader {

    VISITOR,
    MEMBER,
    SECRETARY,
    COMMUNITY,
    COMMITTEE,
    AUDITOR,
    ADMIN,
    /** Of a district, with no organization of his own that does anything: the demo has no login for him. */
    OFFICER;

    String login() {
        return "demo-" + name().toLowerCase(Locale.ROOT);
    }

    /** @return the cookie of his session */
    String logIn() {
        Pages pages = new Pages();
        return pages.submit(Pages.form(pages.get("/login"), "/login"),
                Map.of("login", login(), "password", DemoProfile.PASSWORD)).response().getCookie("session");
    }
}
