package org.shuangbaodao.notice;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.Actor;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Todo;
import org.shuangbaodao.kernel.TodoSource;
import org.shuangbaodao.organization.Organization;

/** Quarters that can be shown or closed, objections to answer, and objections about one's own service. */
@ApplicationScoped
class NoticeTodos implements TodoSource {

    private final Notices notices;
    private final ManageViews manage;
    private final CaseViews cases;
    private final BusinessTime time;

    NoticeTodos(Notices notices, ManageViews manage, CaseViews cases, BusinessTime time) {
        this.notices = notices;
        this.manage = manage;
        this.cases = cases;
        this.time = time;
    }

    @Override
    @Transactional
    public List<Todo> of(Actor actor) {
        long memberId = actor.memberId();
        boolean decides = actor.has(Actor.DECIDER) || actor.has(Actor.OFFICER);
        List<Organization> branches = actor.has(Actor.DECIDER) ? manage.branchesOf(memberId) : List.of();
        return List.of(
                new Todo("notice:todo_hearing", cases.hearingsOf(memberId).size(), "/objections"),
                new Todo("notice:todo_answer", decides ? cases.waitingFor(memberId).size() : 0, "/objections"),
                new Todo("notice:todo_start", branches.stream().filter(this::mayStart).count(), "/notices/manage"),
                new Todo("notice:todo_close", branches.stream().mapToLong(this::ended).sum(), "/notices/manage"));
    }

    private boolean mayStart(Organization branch) {
        return notices.preview(branch, Notices.USUAL_DAYS).filter(Notices.Preview::mayStart).isPresent();
    }

    private long ended(Organization branch) {
        return Notice.count("branchId = ?1 and closedAt is null and lastDay < ?2", branch.id, time.today());
    }
}
