package org.shuangbaodao.opendata;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.ranking.BoardKind;
import org.shuangbaodao.ranking.RankingProblem;
import org.shuangbaodao.ranking.Rankings;
import org.shuangbaodao.web.SharedPages;
import org.shuangbaodao.web.TaggedAnswers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The boards of organizations as files, and the page that explains them. */
@Path("/open-data")
@PermitAll
class OpenDataPages {

    private static final String DESCRIBED = "</open-data/dictionary.json>; rel=\"describedby\"; type=\"application/csvm+json\"";

    private final Rankings rankings;
    private final OpenData data;
    private final Dictionary dictionary;
    private final OpenDataSettings settings;
    private final SharedPages shared;
    private final TaggedAnswers answers;

    OpenDataPages(Rankings rankings, OpenData data, Dictionary dictionary, OpenDataSettings settings, SharedPages shared,
            TaggedAnswers answers) {
        this.rankings = rankings;
        this.data = data;
        this.dictionary = dictionary;
        this.settings = settings;
        this.shared = shared;
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response overview() {
        return shared.answer(() -> {
            requireOpen();
            return SharedPages.Drawing.ofNow(
                    Templates.overview(new Overview(rankings.quarters(), settings.chosen())));
        });
    }

    /** @param name as {@code branches.csv} */
    @GET
    @Path("/{name}")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestPath String name, @RestQuery String period, @RestQuery String within) {
        OpenData.OpenFile file = data.file(name, period, within);
        return Response.fromResponse(answers.of(file.content()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + '"')
                .header(HttpHeaders.LINK, DESCRIBED).build();
    }

    @GET
    @Path("/dictionary.json")
    @Produces(MediaType.WILDCARD)
    public Response dictionary() {
        requireOpen();
        return answers.json(dictionary.metadata());
    }

    private void requireOpen() {
        if (!rankings.isOpen()) {
            throw new Problem(RankingProblem.SWITCHED_OFF);
        }
    }

    /** @param quarters newest first */
    record Overview(List<Period> quarters, Licence licence) {

        public BoardKind[] kinds() {
            return BoardKind.values();
        }

        /** As it stands in the address. */
        public String path(BoardKind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        /** The quarter that runs, the one before, the year, and all. */
        public List<Period> offered() {
            return Stream.of(quarters.stream().limit(2), Stream.of(now().year(), Period.ALL)).flatMap(Function.identity())
                    .toList();
        }

        public Column[] columns() {
            return Column.values();
        }

        public Period now() {
            return quarters.get(0);
        }
    }

    @CheckedTemplate(basePath = "opendata")
    static class Templates {

        static native TemplateInstance overview(Overview view);
    }
}
