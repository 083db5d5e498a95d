package org.shuangbaodao.web;

import org.shuangbaodao.kernel.ProblemType;

/** Refusals of the request as such, before or beside any feature. */
enum WebProblem implements ProblemType {

    /** The address, a parameter or a header cannot be read. */
    MALFORMED("web/malformed", 400),
    /** The body is not JSON, or a member of it has the wrong type. */
    JSON("web/json", 400),
    /** A form came without the token of its page. */
    FORM_EXPIRED("web/form-expired", 400),
    /** A browser sent the request for a page of somebody else. */
    FOREIGN_ORIGIN("web/foreign-origin", 403),
    LOGIN_REQUIRED("web/login-required", 401),
    METHOD_NOT_ALLOWED("web/method-not-allowed", 405),
    NOT_ACCEPTABLE("web/not-acceptable", 406),
    TOO_LARGE("web/too-large", 413),
    UNSUPPORTED_TYPE("web/unsupported-type", 415),
    TOO_MANY("web/too-many", 429),
    /** Any other 4xx of the framework. */
    REFUSED("web/refused", 400),
    /** Our own fault; only the error id leaves the house. */
    INTERNAL("web/internal", 500);

    private final String code;
    private final int status;

    WebProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
