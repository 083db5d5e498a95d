package org.shuangbaodao.web;

/** The order in which a request passes the filters before any route; the higher, the earlier. */
final class Doors {

    static final int HEADERS = 10_300;
    static final int GUARD = 10_200;
    static final int ORIGIN = 10_150;
    static final int BODY = 10_100;
    static final int LANGUAGE = 10_000;
    static final int SHARED_PAGES = 9_900;

    private Doors() {
    }
}
