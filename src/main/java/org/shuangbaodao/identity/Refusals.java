package org.shuangbaodao.identity;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.web.Form;

import io.quarkus.qute.TemplateInstance;

/** A refused form that also says when to try again. */
final class Refusals {

    private Refusals() {
    }

    static Response answer(Form form, TemplateInstance page) {
        Object seconds = form.problem() == null ? null : form.problem().extensions().get("retryAfter");
        Response answer = form.answer(page);
        return seconds == null ? answer
                : Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, seconds).build();
    }
}
