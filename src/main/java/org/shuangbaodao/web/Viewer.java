package org.shuangbaodao.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.CurrentActor;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.qute.TemplateData;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reader of the page being drawn, as templates ask for him: {@code {viewer.name}}. */
@TemplateData
@RequestScoped
public class Viewer {

    /** In which a browser carries who is reading. */
    public static final String SESSION_COOKIE = "session";

    // Where the CSRF extension keeps the token that it will set, or has accepted, in this request.
    private static final String TOKEN = "csrf_token";
    private static final String TOKEN_USED = Viewer.class.getName() + ".tokenUsed";

    private final CurrentActor actors;
    private final CurrentLocale locale;
    private final CurrentVertxRequest request;
    private final CsrfTokenParameterProvider csrf;
    private final String complaintUrl;
    private final boolean rankings;
    private final boolean memberRankings;
    private Actor actor;

    Viewer(CurrentActor actors, CurrentLocale locale, CurrentVertxRequest request, CsrfTokenParameterProvider csrf,
            @ConfigProperty(name = "app.complaint-url") String complaintUrl,
            @ConfigProperty(name = "app.rankings.enabled", defaultValue = "true") boolean rankings,
            @ConfigProperty(name = "app.rankings.members", defaultValue = "true") boolean memberRankings) {
        this.actors = actors;
        this.locale = locale;
        this.request = request;
        this.csrf = csrf;
        this.complaintUrl = complaintUrl;
        this.rankings = rankings;
        this.memberRankings = rankings && memberRankings;
    }

    public boolean isLoggedIn() {
        return !actor().isVisitor();
    }

    public String name() {
        return actor().name();
    }

    public boolean has(String role) {
        return actor().has(role);
    }

    public String path() {
        return request.getCurrent().request().path();
    }

    public String language() {
        return locale.tag();
    }

    public List<NavEntry> nav() {
        return Arrays.stream(NavEntry.values()).filter(entry -> entry.isOpenTo(actor()))
                .filter(entry -> rankings || entry != NavEntry.RANKINGS).toList();
    }

    /** Whether there are boards, and files of them, to lead to. */
    public boolean offersRankings() {
        return rankings;
    }

    /** The same of the board of persons. */
    public boolean offersMemberRankings() {
        return memberRankings;
    }

    public boolean isAt(NavEntry entry) {
        return entry.leadsTo(path());
    }

    public boolean isAt(String path) {
        return path.equals(path());
    }

    /** The tags of all languages, each to be offered under its own name. */
    public List<String> languages() {
        return Languages.ALL.stream().map(Locale::toLanguageTag).toList();
    }

    /** This page in another language. */
    public String inLanguage(String tag) {
        return with(CurrentLocale.COOKIE, tag);
    }

    /** The chosen colours, null where the device decides. */
    public String theme() {
        Appearance.Theme theme = Appearance.of(request.getCurrent()).theme();
        return theme == Appearance.Theme.AUTO ? null : theme.value();
    }

    public boolean isLarge() {
        return Appearance.of(request.getCurrent()).text() == Appearance.Text.LARGE;
    }

    public List<Appearance.Theme> themes() {
        return List.of(Appearance.Theme.values());
    }

    public boolean isIn(Appearance.Theme theme) {
        return Appearance.of(request.getCurrent()).theme() == theme;
    }

    /** This page in other colours. */
    public String inTheme(Appearance.Theme theme) {
        return with(Appearance.THEME, theme.value());
    }

    /** This page in the other size of text. */
    public String inOtherText() {
        return with(Appearance.TEXT, (isLarge() ? Appearance.Text.NORMAL : Appearance.Text.LARGE).value());
    }

    private String with(String parameter, String value) {
        HttpServerRequest current = request.getCurrent().request();
        return Queries.with(path(), current.query(), parameter, value);
    }

    /** Another page of this list, its filters kept. */
    public String onPage(int page) {
        return Queries.with(path(), request.getCurrent().request().query(), "page", page);
    }

    /** Where logging in comes back to: here, unless here is the login page itself. */
    public String loginLink() {
        String path = path();
        return path.equals("/") || path.equals("/login") ? "/login" : Queries.with("/login", null, "back", path);
    }

    /** One of our own files, under an address that changes with its content. */
    public String asset(String file) {
        return Assets.address(file);
    }

    public String complaintLink() {
        return complaintUrl;
    }

    /** What a form of this page has to send back. */
    public String csrfToken() {
        RoutingContext context = request.getCurrent();
        context.put(TOKEN_USED, true);
        if (context.get(TOKEN) != null) {
            return context.get(TOKEN);
        }
        // On an error page no token was handed out; the one the browser already holds serves.
        Cookie held = context.request().getCookie(csrf.getCookieName());
        return held == null || !held.getValue().matches("[A-Za-z0-9_-]+") ? "" : held.getValue();
    }

    static boolean usedToken(RoutingContext context) {
        return context.get(TOKEN_USED) != null;
    }

    /** From here on a visitor: error pages must not ask for somebody who cannot be found out. */
    void forget() {
        actor = Actor.VISITOR;
    }

    Actor actor() {
        if (actor == null) {
            actor = actors.get();
        }
        return actor;
    }
}
