package org.shuangbaodao.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Problem;

@Path("/api/trial")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TrialResource {

    record Request(@NotBlank @Size(max = 5) String summary, @PastOrPresent LocalDate day, @Valid List<Item> items) {
    }

    record Item(@Size(min = 2) String name) {
    }

    @POST
    @PermitAll
    public Map<String, Object> echo(@Valid Request request) {
        return Map.of("summary", request.summary());
    }

    @GET
    @Path("{number}")
    @PermitAll
    public Map<String, Object> number(@PathParam("number") int number, @QueryParam("how") String how) {
        if ("fields".equals(how)) {
            throw new Problem(CommonProblem.INVALID).with("errors", List.of(new FieldProblem("day", "future-date")));
        }
        if ("broken".equals(how)) {
            throw new IllegalStateException("secret detail");
        }
        return Map.of("number", number);
    }

    @GET
    @PermitAll
    public Map<String, Object> list(@QueryParam("page") Integer page) {
        return Map.of("page", page == null ? 0 : page);
    }

    @GET
    @Path("locked")
    @RolesAllowed("member")
    public Map<String, Object> locked() {
        return Map.of();
    }

    @GET
    @Path("forgotten")
    public Map<String, Object> forgotten() {
        return Map.of();
    }
}
