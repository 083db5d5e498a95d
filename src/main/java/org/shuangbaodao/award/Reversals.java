package org.shuangbaodao.award;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.servicerecord.Capacity.Step;
import org.shuangbaodao.servicerecord.DecisionPolicy;
import org.shuangbaodao.servicerecord.RecordDecisions;
import org.shuangbaodao.servicerecord.RecordDecisions.Item;
import org.shuangbaodao.servicerecord.RecordProblem;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.Standpoints;
import org.shuangbaodao.servicerecord.Verdict;

/** Taking back what is too much for one person: he proposes, another of the same level or the superior confirms. */
@ApplicationScoped
public class Reversals {

    private static final int LONGEST_REASON = 500;

    private final EntityManager database;
    private final RecordDecisions decisions;
    private final Standpoints standpoints;
    private final Offices offices;
    private final ReversalThreshold threshold;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final BusinessTime time;

    Reversals(EntityManager database, RecordDecisions decisions, Standpoints standpoints, Offices offices,
            ReversalThreshold threshold, Inbox inbox, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.decisions = decisions;
        this.standpoints = standpoints;
        this.offices = offices;
        this.threshold = threshold;
        this.inbox = inbox;
        this.audit = audit;
        this.time = time;
    }

    /**
     * @return the id of the proposal
     * @throws Problem why the records may not be taken back, {@code reversal/waiting}
     */
    @Transactional
    @Retried
    public long propose(List<Item> items, String reason, long actorId) {
        String text = Names.tidy(reason);
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw new Problem(RecordProblem.REASON_NEEDED);
        }
        Step step = decisions.checkReversal(items, actorId);
        List<Long> ids = items.stream().map(Item::recordId).toList();
        if (ReversalProposal.isWaitingFor(ids)) {
            throw new Problem(ReversalProblem.WAITING);
        }
        List<ServiceRecord> records = ServiceRecord.list("id in ?1 order by id", ids);
        ReversalProposal proposal = new ReversalProposal(step, text, threshold.pointsOf(records),
                records.stream().map(record -> new ReversalProposal.Line(record.id, record.version)).toList(), actorId,
                time.now());
        proposal.persist();
        audit.done(actorId, Audited.of("reversal-propose", "reversal_proposal", proposal.id)
                .detail("records=%d points=%d".formatted(proposal.records, proposal.points)));
        return proposal.id;
    }

    /** The second person agrees: from here on it is done. */
    @Transactional
    @Retried
    public void confirm(long proposalId, long actorId) {
        ReversalProposal proposal = locked(proposalId);
        decisions.reverseAsSecond(proposal.lines.stream().map(line -> new Item(line.recordId, line.recordVersion)).toList(),
                proposal.step, proposal.reason, proposal.proposedBy, actorId);
        decide(proposal, ReversalProposal.State.CONFIRMED, actorId);
    }

    /** The second person does not agree, or who proposed it thinks better of it. */
    @Transactional
    @Retried
    public void refuse(long proposalId, long actorId) {
        ReversalProposal proposal = locked(proposalId);
        if (proposal.proposedBy != actorId && !maySecond(proposal, actorId)) {
            audit.refused(actorId, Audited.of("reversal-refuse", "reversal_proposal", proposalId));
            throw new Problem(RecordProblem.NO_OFFICE);
        }
        decide(proposal, ReversalProposal.State.REFUSED, actorId);
    }

    private void decide(ReversalProposal proposal, ReversalProposal.State state, long actorId) {
        proposal.state = state;
        proposal.decidedBy = actorId;
        proposal.decidedAt = time.now();
        audit.done(actorId, Audited.of("reversal-" + (state == ReversalProposal.State.CONFIRMED ? "confirm" : "refuse"),
                "reversal_proposal", proposal.id));
        if (proposal.proposedBy != actorId) {
            boolean confirmed = state == ReversalProposal.State.CONFIRMED;
            inbox.tell(proposal.proposedBy,
                    Word.of(confirmed ? ReversalTiding.REVERSAL_CONFIRMED : ReversalTiding.REVERSAL_REFUSED,
                            "/review/reversals", "reversal/" + Ids.text(proposal.id), proposal.records));
        }
    }

    private ReversalProposal locked(long proposalId) {
        ReversalProposal proposal = database.find(ReversalProposal.class, proposalId, LockModeType.PESSIMISTIC_WRITE);
        if (proposal == null) {
            throw new Problem(ReversalProblem.UNKNOWN);
        }
        if (proposal.state != ReversalProposal.State.PROPOSED) {
            throw new Problem(ReversalProblem.DECIDED);
        }
        return proposal;
    }

    /** What waits: for this person as the second, and what he proposed himself. */
    record Waiting(List<ReversalProposal> toConfirm, List<ReversalProposal> own) {
    }

    @Transactional
    Waiting waiting(long actorId) {
        List<ReversalProposal> waiting = ReversalProposal.waiting();
        waiting.forEach(each -> each.lines.size());
        return new Waiting(waiting.stream().filter(each -> maySecond(each, actorId)).toList(),
                waiting.stream().filter(each -> each.proposedBy == actorId).toList());
    }

    // All records of a proposal belong to one step, but not always to one branch.
    private boolean maySecond(ReversalProposal proposal, long actorId) {
        List<ServiceRecord> records = ServiceRecord.list("id in ?1",
                proposal.lines.stream().map(line -> line.recordId).toList());
        Standpoints.View view = standpoints.of(actorId).lookingAt(records);
        boolean isProposer = offices.countAsOne(proposal.proposedBy, actorId);
        return records.stream().allMatch(record -> DecisionPolicy.second(proposal.step, record.state, view.to(record),
                isProposer) instanceof Verdict.Allowed);
    }
}
