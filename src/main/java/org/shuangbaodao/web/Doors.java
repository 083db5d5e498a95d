package org.shuangbaodao.web;

/** The order in which a request passes the filters before any route; the higher, the earlier. */
final class Doors {

    static final int HEADERS = 10_300;
    /** An address that is kept has passed all doors when its page was drawn. */
    static final int SHARED_PAGES = 10_250;
    static final int GUARD = 10_200;
    static final int ORIGIN = 10_150;
    static final int BODY = 10_100;
    static final int CHOICES = 10_000;

    private Doors() {
    }
}
