package org.shuangbaodao.web;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Answers with public data, and with no more than its tag where the asker has it already. */
@ApplicationScoped
public class TaggedAnswers {

    private final ObjectMapper json;
    private final CurrentVertxRequest request;

    TaggedAnswers(ObjectMapper json, CurrentVertxRequest request) {
        this.json = json;
        this.request = request;
    }

    /** Written for this answer, and not compressed for it. */
    public Response json(Object answer) {
        try {
            return TaggedBytes.of(json.writeValueAsBytes(answer), MediaType.APPLICATION_JSON)
                    .answer(request.getCurrent().request(), false, TaggedBytes.ASK_EACH_TIME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is kept and sent again. */
    public Response of(TaggedBytes content) {
        return content.answer(request.getCurrent().request());
    }
}
