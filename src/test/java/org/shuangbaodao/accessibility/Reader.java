package org.shuangbaodao.accessibility;

import java.util.Locale;

/** Who opens pages: everybody the demo has a login for, and whoever has none. */
enum Reader {

    VISITOR,
    MEMBER,
    SECRETARY,
    COMMUNITY,
    COMMITTEE,
    AUDITOR,
    ADMIN;

    String login() {
        return "demo-" + name().toLowerCase(Locale.ROOT);
    }
}
