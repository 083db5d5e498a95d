package org.shuangbaodao.home;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CurrentActor;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.ranking.OwnPlace;
import org.shuangbaodao.ranking.Rankings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One's own page: where one stands, why one is or is not on a board, and what one may do about one's data. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
class MePages {

    private final Members members;
    private final Organizations organizations;
    private final Standings standings;
    private final Rankings rankings;
    private final CurrentActor actors;
    private final BusinessTime time;

    MePages(Members members, Organizations organizations, Standings standings, Rankings rankings, CurrentActor actors,
            BusinessTime time) {
        this.members = members;
        this.organizations = organizations;
        this.standings = standings;
        this.rankings = rankings;
        this.actors = actors;
        this.time = time;
    }

    @GET
    @RolesAllowed(Actor.MEMBER)
    public TemplateInstance me() {
        long id = actors.memberId();
        Member member = members.byId(id);
        String branch = members.branchOn(id, time.today()).map(each -> organizations.byId(each.branchId).name).orElse(null);
        Period quarter = Period.quarterOf(time.today());
        Map<Period, OwnPlace> places = rankings.placesOf(id, List.of(quarter, quarter.year(), Period.ALL));
        List<Standing> standing = places.entrySet().stream().map(each -> standing(id, each.getKey(), each.getValue())).toList();
        return Templates.me(new MeView(member.name, member.number, branch, standing, standing.get(0).place));
    }

    private Standing standing(long id, Period period, OwnPlace place) {
        Map<Book, Long> books = standings.of(id, period);
        return new Standing(period, Amounts.points(books.get(Book.POINTS)),
                Amounts.hours(books.get(Book.VOLUNTEER_MINUTES)), Amounts.hours(books.get(Book.DUTY_MINUTES)), place);
    }

    /** @param branch null for who stands on no approved roster */
    record MeView(String name, String number, String branch, List<Standing> standing, OwnPlace now) {
    }

    /** What one has in a period. */
    record Standing(Period period, String points, String volunteered, String duty, OwnPlace place) {

        public boolean pending() {
            return place.shown() == OwnPlace.Shown.PENDING;
        }
    }

    @CheckedTemplate(basePath = "home")
    static class Templates {

        static native TemplateInstance me(MeView view);
    }
}
