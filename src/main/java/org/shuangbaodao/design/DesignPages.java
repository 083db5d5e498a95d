package org.shuangbaodao.design;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.web.Form;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Every component on one page, in development and where pages are examined. */
@Path("/design")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@IfBuildProfile(anyOf = { "dev", "test" })
class DesignPages {

    private static final List<String> COLOURS = List.of("paper", "surface", "sunk", "line", "line-strong", "ink", "ink-soft",
            "red", "red-wash", "action", "link", "focus", "good", "good-wash", "wait", "wait-wash", "info", "info-wash");

    @GET
    public TemplateInstance components() {
        Form refused = Form.blank().with("summary", "帮社区整理阅览室").with("day", "2026-02-30").reject("day", "not-a-date")
                .reject("agree", "not-accepted");
        return Templates.design(new Components(COLOURS, refused,
                new PageOf<>(IntStream.rangeClosed(51, 100).boxed().toList(), 2, 50, 137)));
    }

    /** @param refused a form that came back */
    record Components(List<String> colours, Form refused, PageOf<Integer> page) {
    }

    @CheckedTemplate(basePath = "design")
    static class Templates {

        static native TemplateInstance design(Components view);
    }
}
