package org.shuangbaodao.inbox;

/** What this package itself says; it goes outside only. */
enum InboxTiding implements Tiding {

    MAIL_CODE("inbox:mail_code"),
    ROBOT_TEST("inbox:robot_test");

    private final String message;

    InboxTiding(String message) {
        this.message = message;
    }

    @Override
    public String message() {
        return message;
    }
}
