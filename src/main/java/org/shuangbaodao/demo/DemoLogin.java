package org.shuangbaodao.demo;

import java.util.Locale;

/** One login for each part in the main job. */
enum DemoLogin {

    /** Reports service. */
    MEMBER,
    /** Secretary of that member's branch: awards. */
    SECRETARY,
    /** Committee member of that branch: the second person for points beside service. */
    COLLEAGUE,
    /** Secretary of the community that member serves: confirms. */
    COMMUNITY,
    /** Officer of the district and of the street: imports, appoints, decides where the level below cannot. */
    COMMITTEE,
    /** Reads and never decides. */
    AUDITOR,
    /** Runs the installation, reads no member. */
    ADMIN;

    String login() {
        return "demo-" + name().toLowerCase(Locale.ROOT);
    }
}
