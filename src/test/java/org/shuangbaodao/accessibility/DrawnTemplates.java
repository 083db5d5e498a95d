package org.shuangbaodao.accessibility;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;

/** Says in each answer from which template it was drawn. */
@Singleton
class DrawnTemplates {

    static final String HEADER = "X-Template";

    private final CurrentVertxRequest request;

    DrawnTemplates(CurrentVertxRequest request) {
        this.request = request;
    }

    void observe(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::note);
    }

    // Sentences of message bundles are templates too, and letters are drawn while nobody asks.
    private void note(TemplateInstance drawn) {
        String template = PageTemplates.plain(drawn.getTemplate().getId());
        if (PageTemplates.ALL.contains(template) && Arc.container().requestContext().isActive()
                && request.getCurrent() != null) {
            HttpServerResponse response = request.getCurrent().response();
            if (!response.headWritten()) {
                response.putHeader(HEADER, template);
            }
        }
    }
}
