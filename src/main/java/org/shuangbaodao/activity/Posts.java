package org.shuangbaodao.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.CommonProblem;
import org.shuangbaodao.kernel.FieldProblem;
import org.shuangbaodao.kernel.Names;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Office;
import org.shuangbaodao.member.Offices;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.OrganizationKind;
import org.shuangbaodao.organization.Organizations;

/** What posts a community has, and which of them take a profession's knowledge. */
@ApplicationScoped
public class Posts {

    private final EntityManager database;
    private final Organizations organizations;
    private final Offices offices;
    private final AuditTrail audit;
    private final BusinessTime time;

    Posts(EntityManager database, Organizations organizations, Offices offices, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.organizations = organizations;
        this.offices = offices;
        this.audit = audit;
        this.time = time;
    }

    /**
     * A post as others know it.
     *
     * @param flaggedOn since when it counts as professional, null while it does not
     */
    public record Known(long id, long communityId, String name, boolean professional, LocalDate flaggedOn, LocalDate from,
            LocalDate to, int version) {

        static Known of(Post post) {
            return new Known(post.id, post.communityId, post.name, post.professional, post.flaggedOn, post.validFrom,
                    post.validTo, post.version);
        }

        /**
         * Whether service on that day was professional service: only where the community had said so beforehand. A flag set
         * on the day itself, or later, is one that fits what somebody has done already.
         */
        public boolean isProfessionalOn(LocalDate servedOn) {
            return professional && flaggedOn.isBefore(servedOn) && isOpenOn(servedOn);
        }

        public boolean isOpenOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /** All posts of a community, the newest first. */
    @Transactional
    public List<Known> of(long communityId) {
        return Post.of(communityId).stream().map(Known::of).toList();
    }

    /** Those somebody can serve in on that day. */
    @Transactional
    public List<Known> openOn(long communityId, LocalDate day) {
        return of(communityId).stream().filter(post -> post.isOpenOn(day)).toList();
    }

    @Transactional
    public Optional<Known> find(long postId) {
        return Post.<Post> findByIdOptional(postId).map(Known::of);
    }

    public boolean mayKeep(long actorId, Organization community) {
        var held = offices.reaching(actorId, community);
        return held.contains(Office.COMMUNITY_SECRETARY) || held.contains(Office.COMMITTEE_OFFICER);
    }

    /** @throws Problem {@code activity/not-yours}, {@code common/invalid} */
    @Transactional
    @Retried
    public long add(String communityCode, String name, boolean professional, LocalDate from, LocalDate to, long actorId) {
        Organization community = keptBy(actorId, organizations.byCode(communityCode));
        String tidy = Names.tidy(name);
        List<FieldProblem> problems = new ArrayList<>();
        if (tidy.isEmpty() || tidy.length() > 60) {
            problems.add(new FieldProblem("name", tidy.isEmpty() ? "required" : "too-long"));
        }
        if (from == null || from.isBefore(time.today())) {
            problems.add(new FieldProblem("from", from == null ? "required" : "past-date"));
        } else if (to != null && to.isBefore(from)) {
            problems.add(new FieldProblem("to", "out-of-range"));
        }
        if (!problems.isEmpty()) {
            throw new Problem(CommonProblem.INVALID).with("errors", problems);
        }
        Post post = new Post(community.id, tidy, professional, time.today(), from, to, actorId, time.now());
        post.persist();
        audit.done(actorId, Audited.of("post-add", "activity_post", post.id).detail("professional=" + professional));
        return post.id;
    }

    /** Says that the post is professional, for service from tomorrow on. It is never unsaid: such a post is ended. */
    @Transactional
    @Retried
    public void flag(long postId, int version, long actorId) {
        Post post = locked(postId, version, actorId);
        if (!post.professional) {
            post.professional = true;
            post.flaggedOn = time.today();
        }
        audit.done(actorId, Audited.of("post-flag", "activity_post", postId));
    }

    /** Its last day is today. */
    @Transactional
    @Retried
    public void close(long postId, int version, long actorId) {
        Post post = locked(postId, version, actorId);
        end(post);
        audit.done(actorId, Audited.of("post-close", "activity_post", postId));
    }

    private void end(Post post) {
        LocalDate today = time.today();
        post.validTo = post.validFrom.isAfter(today) ? post.validFrom : today;
    }

    private Post locked(long postId, int version, long actorId) {
        Post post = database.find(Post.class, postId, LockModeType.PESSIMISTIC_WRITE);
        if (post == null) {
            throw new Problem(ActivityProblem.UNKNOWN_POST);
        }
        keptBy(actorId, organizations.byId(post.communityId));
        if (post.version != version) {
            throw new Problem(ActivityProblem.CHANGED);
        }
        return post;
    }

    private Organization keptBy(long actorId, Organization community) {
        if (community.kind != OrganizationKind.COMMUNITY || !mayKeep(actorId, community)) {
            throw new Problem(ActivityProblem.NOT_YOURS);
        }
        return community;
    }
}
