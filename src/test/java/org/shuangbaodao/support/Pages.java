package org.shuangbaodao.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without JavaScript: keeps cookies, reads pages, sends the forms it finds on them. */
public class Pages {

    private static final String SESSION = "session";

    private final CookieFilter cookies = new CookieFilter();
    private String language = "zh-CN";
    private String session;
    private final Map<String, String> held = new HashMap<>();

    /** A cookie the browser holds from before. */
    public Pages cookie(String name, String value) {
        held.put(name, value);
        return this;
    }

    public Pages language(String acceptLanguage) {
        language = acceptLanguage;
        return this;
    }

    /** Starts with this session cookie, as if somebody had logged in before; see {@link As#pages}. */
    Pages session(String cookie) {
        session = cookie;
        return this;
    }

    /** The page at an address that has to answer 200. */
    public Document get(String path) {
        Answer answer = open(path);
        assertThat(answer.status()).as("GET %s", path).isEqualTo(200);
        return answer.page();
    }

    /** Whatever is at the address; redirects are not followed. */
    public Answer open(String path) {
        return answer(path, request().get(path));
    }

    /** Sends the form as it stands on the page, hidden inputs included, with these fields filled in. */
    public Answer submit(FormElement form, Map<String, ?> fields) {
        String path = URI.create(form.baseUri()).resolve(form.attr("action")).toString();
        RequestSpecification request = request();
        boolean multipart = form.attr("enctype").equals("multipart/form-data");
        List<String> left = new ArrayList<>(fields.keySet());
        form.formData().forEach(input -> {
            if (!fields.containsKey(input.key())) {
                add(request, multipart, input.key(), input.value());
            }
        });
        left.forEach(name -> values(fields.get(name)).forEach(value -> add(request, multipart, name, value)));
        if (!multipart) {
            request.contentType("application/x-www-form-urlencoded; charset=UTF-8");
        }
        return answer(path, request.post(path));
    }

    /** The form on the page that posts to the address. */
    public static FormElement form(Document page, String action) {
        return page.select("form").stream().filter(form -> form.attr("action").equals(action)).map(FormElement.class::cast)
                .findFirst().orElseThrow(() -> new AssertionError("No form posts to " + action));
    }

    /** The page a redirect leads to. */
    public Document follow(Answer answer) {
        assertThat(answer.status()).as("redirect from %s", answer.path()).isEqualTo(303);
        return get(answer.location());
    }

    private Answer answer(String path, Response response) {
        if (response.getCookies().containsKey(SESSION)) {
            session = null;
        }
        return new Answer(path, response);
    }

    private RequestSpecification request() {
        RequestSpecification request = given().filter(cookies).redirects().follow(false).header("Accept", "text/html")
                .header("Accept-Language", language)
                .urlEncodingEnabled(false);
        request.cookies(held);
        return session == null ? request : request.cookie(SESSION, session);
    }

    private static List<?> values(Object value) {
        return value instanceof List<?> several ? several : List.of(value);
    }

    private static void add(RequestSpecification request, boolean multipart, String name, Object value) {
        if (multipart && value instanceof File file) {
            request.multiPart(name, file);
        } else if (multipart) {
            request.multiPart(name, value.toString());
        } else {
            request.urlEncodingEnabled(true).formParam(name, value.toString());
        }
    }

    public record Answer(String path, Response response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.header(name);
        }

        /** Path and query only. */
        public String location() {
            URI location = URI.create(response.header("Location"));
            return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
        }

        public Document page() {
            return Jsoup.parse(response.asString(), path);
        }

        public String heading() {
            Element heading = page().selectFirst("h1");
            return heading == null ? "" : heading.text();
        }
    }
}
