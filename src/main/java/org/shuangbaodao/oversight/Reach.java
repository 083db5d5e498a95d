package org.shuangbaodao.oversight;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Appointment;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

/** What somebody looks over: officers and auditors all below them, secretaries their own place. */
@ApplicationScoped
class Reach {

    private final Organizations organizations;
    private final BusinessTime time;

    Reach(Organizations organizations, BusinessTime time) {
        this.organizations = organizations;
        this.time = time;
    }

    /** A part of the trees as a condition on the column {@code path} of {@code organization o}. */
    record Scope(Map<String, String> paths) {

        String condition() {
            return "(" + String.join(" or ", paths.keySet().stream().map(name -> "o.path like :" + name).toList()) + ")";
        }

        void bind(Query query) {
            paths.forEach((name, path) -> query.setParameter(name, path + "%"));
        }
    }

    /**
     * All of it, or what lies within one organization.
     *
     * @param within code of an organization, null or empty for all
     * @throws Problem {@code common/forbidden} where nothing is his to see
     */
    Scope of(long readerId, String within) {
        List<Long> held = Appointment.heldBy(readerId, time.today()).stream().filter(each -> each.office.oversees())
                .map(each -> each.organizationId).distinct().toList();
        List<Organization> seen = List.copyOf(organizations.byIds(held).values());
        if (within != null && !within.isBlank()) {
            Organization narrower = organizations.byCode(within);
            seen = seen.stream().anyMatch(each -> each.holds(narrower)) ? List.of(narrower)
                    : seen.stream().filter(narrower::holds).toList();
        }
        if (seen.isEmpty()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        Map<String, String> paths = new TreeMap<>();
        seen.forEach(each -> paths.put("path" + paths.size(), each.path));
        return new Scope(paths);
    }
}
