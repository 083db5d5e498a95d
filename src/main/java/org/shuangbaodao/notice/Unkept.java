package org.shuangbaodao.notice;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.web.Form;

import io.quarkus.qute.TemplateInstance;

/** Answers that hold a receipt code: no cache keeps them. */
final class Unkept {

    private Unkept() {
    }

    static Response page(TemplateInstance page) {
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Says also when to try again, where that is known. */
    static Response refused(Form form, TemplateInstance page) {
        Object seconds = form.problem() == null ? null : form.problem().extensions().get("retryAfter");
        Response.ResponseBuilder answer = Response.fromResponse(form.answer(page)).header(HttpHeaders.CACHE_CONTROL,
                "no-store");
        return (seconds == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, seconds)).build();
    }
}
