package org.shuangbaodao.personalfile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.database.Retried;
import org.shuangbaodao.inbox.Inbox;
import org.shuangbaodao.inbox.Letter;
import org.shuangbaodao.inbox.Word;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.PageOf;
import org.shuangbaodao.kernel.Problem;
import org.shuangbaodao.member.Affiliation;
import org.shuangbaodao.member.ConsentPurpose;
import org.shuangbaodao.member.Consents;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;

import io.quarkus.panache.common.Page;

/**
 * The book of trainings: entered once for everybody who was there, told to each of them, looked at by a second person where
 * somebody got a certificate.
 */
@ApplicationScoped
class Trainings {

    private final EntityManager database;
    private final FileOffices offices;
    private final Organizations organizations;
    private final Members members;
    private final CheckIns checkIns;
    private final Consents consents;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final BusinessTime time;

    Trainings(EntityManager database, FileOffices offices, Organizations organizations, Members members, CheckIns checkIns,
            Consents consents, Inbox inbox, AuditTrail audit, BusinessTime time) {
        this.database = database;
        this.offices = offices;
        this.organizations = organizations;
        this.members = members;
        this.checkIns = checkIns;
        this.consents = consents;
        this.inbox = inbox;
        this.audit = audit;
        this.time = time;
    }

    /** @param minutes null for the whole of it */
    record Entry(String memberNumber, Integer minutes, TrainingResult result) {
    }

    /** @param reason why not, null when he is on the list, now or before */
    record Outcome(String memberNumber, String reason) {
    }

    /** What came of entering: the training, and what became of each row. */
    record Entered(long trainingId, List<Outcome> outcomes) {
    }

    /** A training somebody was at. */
    record Attended(Training training, TrainingParticipant participant) {
    }

    /** A training with everybody on its list. */
    record Whole(Training training, Organization organization, List<Person> people, boolean mayAdd, boolean mayCheck,
            boolean mayWithdraw) {
    }

    /** Somebody on the list of a training. */
    record Person(Member member, TrainingParticipant participant) {
    }

    /**
     * Enters a training, or adds to the list of one entered before with the same facts; whoever is on the list stays as he is.
     *
     * @throws Problem {@code file/no-office}, {@code file/other-facts}
     */
    @Transactional
    @Retried
    Entered enter(long organizationId, TrainingFacts facts, List<Entry> entries, long actorId) {
        // One after the other in one organization: the same training sent twice at once is one training.
        Organization organization = database.find(Organization.class, organizationId, LockModeType.PESSIMISTIC_WRITE);
        offices.require(actorId, organization, FileOffices.ENTERING);
        Training training = Training.of(organizationId, facts.firstDay(), facts.name()).orElse(null);
        if (training == null) {
            training = new Training(organizationId, facts, actorId, time.now());
            training.persist();
            audit.done(actorId, Audited.of("training-enter", "training", training.id));
        } else if (training.state == TrainingState.WITHDRAWN) {
            // Corrected: what was taken back makes room.
            TrainingParticipant.delete("trainingId", training.id);
            training.enter(facts, actorId, time.now());
            audit.done(actorId, Audited.of("training-enter", "training", training.id));
        } else if (!training.facts().equals(facts)) {
            throw new Problem(FileProblem.OTHER_FACTS);
        }
        return new Entered(training.id, take(training, organization, entries, actorId));
    }

    /** @throws Problem {@code file/unknown}, {@code file/other-facts} where somebody else entered it */
    @Transactional
    @Retried
    List<Outcome> add(long trainingId, List<Entry> entries, long actorId) {
        Training training = lock(trainingId);
        Organization organization = organizations.byId(training.organizationId);
        offices.require(actorId, organization, FileOffices.ENTERING);
        return take(training, organization, entries, actorId);
    }

    private List<Outcome> take(Training training, Organization organization, List<Entry> entries, long actorId) {
        if (training.state == TrainingState.WITHDRAWN) {
            throw new Problem(FileProblem.DECIDED);
        }
        // Otherwise somebody could look as the second person at what he had added himself.
        if (training.enteredBy != actorId) {
            throw new Problem(FileProblem.OTHER_FACTS);
        }
        Map<Long, TrainingParticipant> there = TrainingParticipant.of(training.id).stream()
                .collect(Collectors.toMap(each -> each.memberId, each -> each));
        List<Outcome> outcomes = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        Map<Long, Entry> added = new TreeMap<>();
        for (Entry entry : entries) {
            Member member = Member.byNumber(entry.memberNumber().strip()).orElse(null);
            String reason = against(member, organization, training, entry);
            outcomes.add(new Outcome(entry.memberNumber().strip(), reason));
            if (reason == null && !there.containsKey(member.id)) {
                added.putIfAbsent(member.id, entry);
            }
        }
        added.forEach((memberId, entry) -> {
            new TrainingParticipant(training.id, memberId, entry.minutes() == null ? training.minutes : entry.minutes(),
                    entry.result()).persist();
            if (entry.result() == TrainingResult.CERTIFIED || memberId == actorId) {
                training.state = TrainingState.WAITING;
                training.checkedBy = null;
                training.checkedAt = null;
            }
            audit.done(actorId, Audited.of("training-list", "training", training.id).onBehalfOf(memberId));
            if (memberId != actorId) {
                letters.add(new Letter(memberId, word(FileTiding.TRAINING, training, memberId)));
            }
        });
        inbox.tellEach(letters);
        return outcomes;
    }

    private static Word word(FileTiding tiding, Training training, long about) {
        return Word.of(tiding, "/me/file", "training/%s/%s/%s".formatted(Ids.text(training.id), Ids.text(about), tiding),
                training.name, training.firstDay.toString());
    }

    // Whose office does not reach the member learns no more than that nobody of that number is his.
    private String against(Member member, Organization organization, Training training, Entry entry) {
        if (member == null || member.anonymizedAt != null || !isNear(member.id, organization, training.lastDay)) {
            return "file-not-yours";
        }
        if (!consents.given(member.id, ConsentPurpose.RECORDING)) {
            return "file-no-consent";
        }
        return entry.minutes() != null && (entry.minutes() < 1 || entry.minutes() > training.minutes) ? "out-of-range" : null;
    }

    // On its roster or one below it, or registered in the community or one of the area.
    private boolean isNear(long memberId, Organization organization, LocalDate day) {
        return members.branchOn(memberId, day).map(place -> organizations.byId(place.branchId)).filter(organization::holds)
                .isPresent()
                || checkIns.acceptedCommunities(memberId, day).stream().anyMatch(organization::holds);
    }

    /** The second person's look. */
    @Transactional
    @Retried
    void check(long trainingId, long actorId) {
        Training training = lock(trainingId);
        offices.require(actorId, organizations.byId(training.organizationId), FileOffices.CHECKING);
        offices.requireSecond(training.enteredBy, actorId);
        if (isOnList(trainingId, actorId)) {
            throw new Problem(FileProblem.OWN_CASE);
        }
        if (training.state != TrainingState.WAITING) {
            throw new Problem(FileProblem.DECIDED);
        }
        training.state = TrainingState.CHECKED;
        training.checkedBy = actorId;
        training.checkedAt = time.now();
        audit.done(actorId, Audited.of("training-check", "training", trainingId));
    }

    private static boolean isOnList(long trainingId, long memberId) {
        return TrainingParticipant.count("trainingId = ?1 and memberId = ?2 and repudiatedAt is null", trainingId,
                memberId) > 0;
    }

    /** Entered by mistake: it leaves every file. */
    @Transactional
    @Retried
    void withdraw(long trainingId, long actorId) {
        Training training = lock(trainingId);
        if (training.enteredBy != actorId) {
            offices.require(actorId, organizations.byId(training.organizationId), FileOffices.CHECKING);
        }
        if (training.state == TrainingState.WITHDRAWN) {
            throw new Problem(FileProblem.DECIDED);
        }
        training.state = TrainingState.WITHDRAWN;
        audit.done(actorId, Audited.of("training-withdraw", "training", trainingId));
    }

    /** 我没有参加: his word is enough, for nothing hangs on it. Saying it again changes nothing. */
    @Transactional
    @Retried
    void repudiate(long trainingId, long memberId) {
        Training training = lock(trainingId);
        TrainingParticipant participant = TrainingParticipant.findById(new TrainingParticipant.Key(trainingId, memberId));
        if (participant == null) {
            throw new Problem(FileProblem.UNKNOWN);
        }
        if (participant.repudiatedAt == null) {
            participant.repudiatedAt = time.now();
            audit.done(memberId, Audited.of("training-repudiate", "training", trainingId));
            if (training.enteredBy != memberId) {
                inbox.tell(training.enteredBy, new Word(FileTiding.NOT_THERE, List.of(training.name,
                        training.firstDay.toString()), "/trainings/" + Ids.text(trainingId),
                        "training/%s/%s/%s".formatted(Ids.text(trainingId), Ids.text(memberId), FileTiding.NOT_THERE)));
            }
        }
    }

    private Training lock(long trainingId) {
        Training training = database.find(Training.class, trainingId, LockModeType.PESSIMISTIC_WRITE);
        if (training == null) {
            throw new Problem(FileProblem.UNKNOWN);
        }
        return training;
    }

    /** Of one member, the latest first. */
    @Transactional
    List<Attended> of(long memberId) {
        Map<Long, TrainingParticipant> his = new HashMap<>();
        TrainingParticipant.<TrainingParticipant> list("memberId = ?1 and repudiatedAt is null", memberId)
                .forEach(each -> his.put(each.trainingId, each));
        return his.isEmpty() ? List.of()
                : Training.<Training> list("id in ?1 and state <> ?2 order by firstDay desc, id desc", his.keySet(),
                        TrainingState.WITHDRAWN).stream().map(each -> new Attended(each, his.get(each.id))).toList();
    }

    /** Those of the reader's organizations, the latest first. */
    @Transactional
    PageOf<Training> kept(long actorId, int page) {
        Collection<Long> own = offices.own(actorId).stream().map(each -> each.id).toList();
        if (own.isEmpty()) {
            throw new Problem(FileProblem.NO_OFFICE);
        }
        var found = Training.<Training> find("organizationId in ?1 order by firstDay desc, id desc", own);
        return new PageOf<>(found.page(Page.of(page - 1, PageOf.DEFAULT_SIZE)).list(), page, PageOf.DEFAULT_SIZE,
                found.count());
    }

    /** How many wait for the reader as the second person. */
    @Transactional
    long toCheck(long actorId) {
        List<Organization> own = offices.own(actorId).stream()
                .filter(each -> offices.has(actorId, each, FileOffices.CHECKING)).toList();
        return own.isEmpty() ? 0
                : Training.<Training> list("organizationId in ?1 and state = ?2 and enteredBy <> ?3",
                        own.stream().map(each -> each.id).toList(), TrainingState.WAITING, actorId).stream()
                        .filter(each -> maySecond(each, actorId)).count();
    }

    private boolean maySecond(Training training, long actorId) {
        try {
            offices.requireSecond(training.enteredBy, actorId);
            return !isOnList(training.id, actorId);
        } catch (Problem problem) {
            return false;
        }
    }

    /** @throws Problem {@code file/unknown} where no office of the reader reaches it */
    @Transactional
    Whole whole(long trainingId, long actorId) {
        Training training = Training.<Training> findByIdOptional(trainingId)
                .orElseThrow(() -> new Problem(FileProblem.UNKNOWN));
        Organization organization = organizations.byId(training.organizationId);
        if (!offices.has(actorId, organization, FileOffices.ENTERING)) {
            throw new Problem(FileProblem.UNKNOWN);
        }
        List<TrainingParticipant> list = TrainingParticipant.of(trainingId);
        Map<Long, Member> people = members.byIds(list.stream().map(each -> each.memberId).toList());
        audit.done(actorId, Audited.of("training-read", "training", trainingId));
        boolean checks = offices.has(actorId, organization, FileOffices.CHECKING);
        boolean stands = training.state != TrainingState.WITHDRAWN;
        return new Whole(training, organization, list.stream().map(each -> new Person(people.get(each.memberId), each))
                .sorted(Comparator.comparing(each -> each.member.sortKey)).toList(),
                stands && training.enteredBy == actorId,
                checks && training.state == TrainingState.WAITING && maySecond(training, actorId),
                stands && (checks || training.enteredBy == actorId));
    }

    /** Who stands on the rosters of the reader's own branches: to tick instead of typing numbers. */
    @Transactional
    List<Member> people(long actorId) {
        List<Long> own = offices.own(actorId).stream().map(each -> each.id).toList();
        List<Long> ids = own.isEmpty() ? List.of()
                : Affiliation.<Affiliation> find("branchId in ?1 and validTo is null", own).page(0, PageOf.LARGEST_SIZE).list()
                        .stream().filter(Affiliation::isApproved).map(each -> each.memberId).toList();
        return members.byIds(ids).values().stream().sorted(Comparator.comparing(each -> each.sortKey)).toList();
    }
}
