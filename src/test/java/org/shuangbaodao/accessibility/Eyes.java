package org.shuangbaodao.accessibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.shuangbaodao.accessibility.Sight.Sending;
import org.shuangbaodao.support.Chromium;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;

/** Looks at pages in a browser, with a window of its own for each reader. Used by one thread. */
class Eyes implements AutoCloseable {

    private static final int PHONE = 390;
    private static final int SMALLEST = 320;
    private static final int HEIGHT = 844;
    /**
     * Pages that go on by themselves because what they show is over: a signing code counts for a minute (WCAG 2.2.1,
     * essential).
     */
    private static final Map<String, Set<String>> ESSENTIAL = Map.of("meta-refresh", Set.of("attendance/screen"));
    private static final String TOO_WIDE = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return null;
              const wide = [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().left + each.scrollWidth > width + 1)
                .map(each => each.outerHTML.slice(0, 160));
              return document.documentElement.scrollWidth + ' > ' + width + '\\n' + wide.slice(-2).join('\\n');
            }
            """;
    private static final String SEND = """
            ([action, fields]) => {
              const form = [...document.forms].find(each => each.getAttribute('action') === action);
              Object.entries(fields).forEach(([name, value]) => form.elements[name].value = value);
              HTMLFormElement.prototype.submit.call(form);
            }
            """;
    private static final String EMPTY_FORMS = """
            () => [...document.querySelectorAll('main form[method=post]')].filter(form => form.querySelector('[required]'))
                .map(form => form.getAttribute('action'))
            """;
    private static final String SEND_EMPTY = """
            action => {
              const form = [...document.forms].find(each => each.getAttribute('action') === action);
              form.querySelectorAll('[required]').forEach(field => {
                if (field.type === 'checkbox' || field.type === 'radio') field.checked = false; else field.value = '';
              });
              HTMLFormElement.prototype.submit.call(form);
            }
            """;

    private final Chromium browser = Chromium.open();
    private final Map<Reader, String> sessions;
    private final Map<Reader, Page> windows = new EnumMap<>(Reader.class);
    private final List<Finding> findings = new ArrayList<>();
    // By what they are sent to, ids aside: one of each kind is enough.
    private final Map<String, EmptyForm> emptyForms = new LinkedHashMap<>();

    private record EmptyForm(Look look, String action) {
    }

    /** @param sessions the cookies of those who are logged in */
    Eyes(Map<Reader, String> sessions) {
        this.sessions = sessions;
    }

    List<Finding> findings() {
        return findings;
    }

    /** All rules; targets and width with large text too. */
    void glance(Look look) {
        Page page = open(look);
        Axe axe = new Axe(page);
        note(look, axe.everything(look.theme(), false));
        note(look, axe.targets(look.theme(), true));
        noteWidth(look, page);
        noteForms(look, page);
    }

    /** All rules with text of either size. */
    void study(Look look) {
        Page page = open(look);
        Axe axe = new Axe(page);
        note(look, axe.everything(look.theme(), false));
        note(look, axe.everything(look.theme(), true));
        noteWidth(look, page);
        noteForms(look, page);
    }

    /** What each form seen says to whoever sends it without what it needs; never an error of ours. */
    void sendEmptyForms() {
        emptyForms.values().forEach(form -> {
            Look look = form.look;
            Page page = open(look);
            Response answer = sent(page, SEND_EMPTY, form.action);
            Look refusal = new Look(new Sight(look.sight().template(), look.sight().reader(), form.action + " sent empty"),
                    look.language(), look.theme());
            if (answer.status() >= 500) {
                findings.add(new Finding("server-error", look.sight().template(), form.action, refusal.toString()));
            } else if (answer.status() >= 400) {
                note(refusal, new Axe(page).everything(look.theme(), false));
            }
        });
    }

    private void noteForms(Look look, Page page) {
        if (look.sight().sending() == null) {
            for (Object action : (List<?>) page.evaluate(EMPTY_FORMS)) {
                emptyForms.putIfAbsent(Walk.kind((String) action), new EmptyForm(look, (String) action));
            }
        }
    }

    private Page open(Look look) {
        Page page = windows.computeIfAbsent(look.sight().reader(),
                reader -> browser.page(sessions.get(reader), PHONE, true));
        page.context().addCookies(List.of(new Cookie("lang", look.language()).setUrl(Chromium.url("/"))));
        Response answer = page.navigate(Chromium.url(look.sight().address()));
        Sending sending = look.sight().sending();
        if (sending != null) {
            answer = sent(page, SEND, List.of(sending.form(), sending.fields()));
        }
        String drawn = answer.headers().get(DrawnTemplates.HEADER.toLowerCase(Locale.ROOT));
        // Pages kept in memory are not drawn again.
        if (drawn != null && !drawn.equals(look.sight().template())) {
            findings.add(new Finding("other-page", look.sight().template(), "drawn from " + drawn, look.toString()));
        }
        if (!look.language().equals(page.evaluate("() => document.documentElement.lang"))) {
            findings.add(new Finding("other-language", look.sight().template(), "not in " + look.language(), look.toString()));
        }
        return page;
    }

    // Until the page that answers is there: whatever the present one is marked with is gone then.
    private static Response sent(Page page, String script, Object argument) {
        page.evaluate("() => window.before = true");
        Response answer = page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.request().redirectedTo() == null
                        && response.status() / 100 != 3,
                () -> page.evaluate(script, argument));
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
        return answer;
    }

    private void note(Look look, List<List<String>> violations) {
        violations.stream()
                .filter(each -> !ESSENTIAL.getOrDefault(each.get(0), Set.of()).contains(look.sight().template()))
                .forEach(each -> findings.add(new Finding(each.get(0), look.sight().template(), each.get(1), look.toString())));
    }

    private void noteWidth(Look look, Page page) {
        page.setViewportSize(SMALLEST, HEIGHT);
        Object wide = page.evaluate(TOO_WIDE);
        page.setViewportSize(PHONE, HEIGHT);
        if (wide != null) {
            note(look, List.of(List.of("overflow", wide.toString())));
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
