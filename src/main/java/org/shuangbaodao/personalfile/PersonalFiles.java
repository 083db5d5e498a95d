package org.shuangbaodao.personalfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.appraisal.CommendationLevel;
import org.shuangbaodao.appraisal.Commendations;
import org.shuangbaodao.audit.AuditTrail;
import org.shuangbaodao.audit.Audited;
import org.shuangbaodao.checkin.CheckIns;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.member.Member;
import org.shuangbaodao.member.Members;
import org.shuangbaodao.member.PersonalFields;
import org.shuangbaodao.organization.Organization;
import org.shuangbaodao.organization.Organizations;
import org.shuangbaodao.personalfile.PersonalFile.Honour;
import org.shuangbaodao.personalfile.PersonalFile.Judgement;
import org.shuangbaodao.personalfile.PersonalFile.Person;
import org.shuangbaodao.personalfile.PersonalFile.Service;
import org.shuangbaodao.personalfile.PersonalFile.Studied;
import org.shuangbaodao.pointsitem.CommendedItems;
import org.shuangbaodao.servicerecord.Lateness;
import org.shuangbaodao.servicerecord.RecordAnswer;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.ServiceRecords;
import org.shuangbaodao.web.CurrentLocale;

/** Puts a person's file together from where its parts are kept. */
@ApplicationScoped
class PersonalFiles {

    /** What never took place, or was taken back, is no part of a file. */
    private static final Set<RecordState> GONE = Set.of(RecordState.WITHDRAWN, RecordState.REJECTED, RecordState.REPUDIATED,
            RecordState.REVERSED);

    private final Members members;
    private final Organizations organizations;
    private final PersonalFields fields;
    private final CheckIns checkIns;
    private final ServiceRecords records;
    private final CommendedItems items;
    private final Commendations commendations;
    private final Trainings trainings;
    private final Evaluations evaluations;
    private final CurrentLocale locale;
    private final AuditTrail audit;
    private final BusinessTime time;

    PersonalFiles(Members members, Organizations organizations, PersonalFields fields, CheckIns checkIns,
            ServiceRecords records, CommendedItems items, Commendations commendations, Trainings trainings,
            Evaluations evaluations,
            CurrentLocale locale, AuditTrail audit, BusinessTime time) {
        this.members = members;
        this.organizations = organizations;
        this.fields = fields;
        this.checkIns = checkIns;
        this.records = records;
        this.items = items;
        this.commendations = commendations;
        this.trainings = trainings;
        this.evaluations = evaluations;
        this.locale = locale;
        this.audit = audit;
        this.time = time;
    }

    @Transactional
    PersonalFile of(long memberId) {
        List<Service> service = service(memberId);
        List<Judgement> judgements = evaluations.of(memberId).stream().map(PersonalFiles::judgement).toList();
        OptionalInt average = Satisfaction.average(judgements.stream().map(Judgement::grade).toList());
        audit.done(memberId, Audited.of("file-read", "member", memberId));
        return new PersonalFile(time.today(), person(memberId), service,
                service.stream().filter(Service::counted).mapToLong(Service::minutes).sum(),
                trainings.of(memberId).stream().map(PersonalFiles::studied).toList(), honours(memberId), judgements,
                average.isPresent() ? average.getAsInt() : null);
    }

    private Person person(long memberId) {
        Member member = members.byId(memberId);
        CheckIns.Offer offer = checkIns.offerOf(memberId);
        List<String> skills = Stream.concat(Stream.of(member.skills).filter(each -> !each.isBlank()), offer.skills().stream())
                .distinct().toList();
        return new Person(member.number, member.name, member.gender, member.birthDate, masked(member.idNumberCipher),
                member.residenceId == null ? null : organizations.byId(member.residenceId).name, masked(member.phoneCipher),
                skills, offer.kinds(), member.category, member.joinedOn, members.branchOn(memberId, time.today())
                        .map(place -> organizations.byId(place.branchId).name).orElse(null));
    }

    private String masked(String cipher) {
        return cipher == null ? null : PersonalFields.masked(fields.decrypt(cipher));
    }

    private List<Service> service(long memberId) {
        List<ServiceRecord> kept = ServiceRecord.list("memberId = ?1 and state not in ?2 order by startedAt desc, id desc",
                memberId, GONE);
        Map<Long, Organization> branches = names(kept.stream().map(each -> each.branchId).toList());
        List<RecordAnswer> answers = records.answers(kept);
        List<Service> service = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            ServiceRecord record = kept.get(i);
            RecordAnswer answer = answers.get(i);
            String unit = answer.communityName() == null ? answer.issuer() : answer.communityName();
            service.add(new Service(answer.id(), answer.state(), answer.occasion().activityName(), record.servedOn(),
                    answer.startedAt(), answer.endedAt(), answer.minutes(), Amounts.hours(answer.minutes()), answer.summary(),
                    answer.place() == null || answer.place().isBlank() ? unit : answer.place(), answer.occasion().organizer(),
                    answer.occasion().lead(), branches.get(record.branchId).name, unit, answer.eligibility(),
                    answer.workingTime(), answer.lateness() != Lateness.IN_TIME, answer.enteredBySomebodyElse(),
                    answer.state().isCounted() && !answer.held()));
        }
        return service;
    }

    private Map<Long, Organization> names(Collection<Long> ids) {
        return organizations.byIds(new HashSet<>(ids));
    }

    private static Studied studied(Trainings.Attended attended) {
        Training training = attended.training();
        return new Studied(Ids.text(training.id), training.name, training.content, training.organizer, training.teacher,
                training.place, training.firstDay, training.lastDay, attended.participant().minutes,
                Amounts.hours(attended.participant().minutes), attended.participant().result, training.state);
    }

    // The book of commendations says more; what only points were asked for stands behind it.
    private List<Honour> honours(long memberId) {
        List<Honour> honours = new ArrayList<>();
        Set<String> documents = new HashSet<>();
        commendations.factsOf(memberId).forEach(each -> {
            documents.add(each.documentNumber());
            honours.add(new Honour(each.title(), each.content(), each.grantedBy(), each.level(), null, each.documentNumber(),
                    each.grantedOn()));
        });
        items.of(memberId).stream().filter(each -> !documents.contains(each.documentNumber()))
                .forEach(each -> honours.add(new Honour(
                        each.matter().isBlank() ? each.rule().name(locale.tag()) : each.matter(), "", null, level(each.level()),
                        each.rule().level(each.level()).map(level -> level.name(locale.tag())).orElse(null),
                        each.documentNumber(), each.day())));
        return honours;
    }

    private static CommendationLevel level(String code) {
        for (CommendationLevel level : CommendationLevel.values()) {
            if (level.name().equals(code)) {
                return level;
            }
        }
        return null;
    }

    private static Judgement judgement(Evaluations.Whole whole) {
        Evaluation evaluation = whole.evaluation();
        EvaluationAnswer own = whole.answers().isEmpty() ? null : whole.answers().get(0);
        return new Judgement(Ids.text(evaluation.id), whole.about(), whole.servedOn(), evaluation.completion, evaluation.grade,
                evaluation.feedback, evaluation.givenBy, evaluation.evaluatedOn, evaluation.late,
                own == null ? null : own.answer, own == null ? null : own.objects, own == null ? null : own.upheld,
                own == null ? null : own.decision);
    }
}
