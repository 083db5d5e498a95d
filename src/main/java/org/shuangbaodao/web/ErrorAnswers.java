package org.shuangbaodao.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/** A refusal as its reader wants it: a page in his language, or problem+json for a program. */
@ApplicationScoped
class ErrorAnswers {

    static final String TYPE_PREFIX = "urn:shuangbaodao:problem:";
    static final String JSON = "application/problem+json";
    private static final String HTML = "text/html;charset=UTF-8";
    // Long enough for a failover, short enough to be worth waiting.
    private static final String RETRY_SECONDS = "15";

    private final ProblemTexts texts;
    private final Viewer viewer;
    private final ObjectMapper json;

    ErrorAnswers(ProblemTexts texts, Viewer viewer, ObjectMapper json) {
        this.texts = texts;
        this.viewer = viewer;
        this.json = json;
    }

    /** To be asked within a request and on a thread that may block: the page's header shows who is logged in. */
    Answer answer(Problem problem, RoutingContext context) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
        int status = problem.type().status();
        Object retryAfter = problem.extensions().getOrDefault("retryAfter", status == 503 ? RETRY_SECONDS : null);
        if (retryAfter != null) {
            headers.put(HttpHeaders.RETRY_AFTER.toString(), retryAfter.toString());
        }
        if (wantsJson(context)) {
            if (status == 401) {
                headers.put("WWW-Authenticate", "Bearer");
            }
            return new Answer(status, JSON, document(problem, context), headers);
        }
        if (status == 401 && !context.request().path().equals("/login")) {
            headers.put(HttpHeaders.LOCATION.toString(), Queries.with("/login", null, "back", comeBack(context.request())));
            return new Answer(303, HTML, "", headers);
        }
        return new Answer(status, HTML, page(problem), headers);
    }

    /** For the door, where nobody has been let in yet: one sentence. */
    Answer plain(Problem problem, RoutingContext context) {
        if (wantsJson(context)) {
            return new Answer(problem.type().status(), JSON, document(problem, context), Map.of());
        }
        String text = texts.format(CurrentLocale.of(context), problem.type().code() + ".detail");
        return new Answer(problem.type().status(), "text/plain;charset=UTF-8", text + "\n", Map.of());
    }

    static boolean wantsJson(RoutingContext context) {
        if (Queries.isApi(context.request().path())) {
            return true;
        }
        for (MediaType accepted : accepted(context.request().getHeader(HttpHeaders.ACCEPT))) {
            if (accepted.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE) || accepted.isCompatible(HttpProblem.MEDIA_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private static List<MediaType> accepted(String header) {
        try {
            List<MediaType> types = new ArrayList<>(MediaTypeHelper.parseHeader(header == null ? "" : header));
            MediaTypeHelper.sortByWeight(types);
            return types;
        } catch (RuntimeException malformed) {
            return List.of();
        }
    }

    private String document(Problem problem, RoutingContext context) {
        var language = CurrentLocale.of(context);
        HttpProblem.Builder document = HttpProblem.builder().withType(URI.create(TYPE_PREFIX + problem.type().code()))
                .withTitle(texts.format(language, problem.type().code())).withStatus(problem.type().status())
                .withDetail(texts.format(language, problem.type().code() + ".detail", problem.arguments().toArray()));
        problem.extensions().forEach(document::with);
        try {
            return json.writeValueAsString(document.build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem's extensions cannot be written as JSON", e);
        }
    }

    private String page(Problem problem) {
        if (problem.type().status() >= 500) {
            viewer.forget();
        }
        try {
            return template(problem).render();
        } catch (RuntimeException e) {
            // Who it is could not be found out, perhaps for the very reason that is being told.
            Log.debugf(e, "The error page is drawn for a visitor");
            viewer.forget();
            return template(problem).render();
        }
    }

    private TemplateInstance template(Problem problem) {
        List<String> reasons = new ArrayList<>();
        Form.fieldsOf(problem).forEach(field -> reasons.add(field.field() + " – " + texts.reason(field.reason())));
        Object id = problem.extensions().get(Failures.ERROR_ID);
        return Templates.error(new ErrorView(problem.type().status(), texts.title(problem), texts.detail(problem), reasons,
                problem.type().status() == 503, id == null ? null : id.toString()));
    }

    // A form cannot be sent again after logging in, but the page it stood on can be opened.
    private static String comeBack(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET) {
            return request.uri();
        }
        String referer = request.getHeader(HttpHeaders.REFERER);
        String here = request.scheme() + "://" + request.authority();
        boolean ours = referer != null && referer.startsWith(here + "/");
        return ours ? Redirect.localOr(referer.substring(here.length()), "/") : "/";
    }

    record Answer(int status, String contentType, String body, Map<String, String> headers) {
    }

    /** @param id of a fault of ours, null for every other error */
    record ErrorView(int status, String title, String detail, List<String> reasons, boolean retry, String id) {
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance error(ErrorView error);
    }
}
