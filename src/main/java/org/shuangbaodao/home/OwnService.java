package org.shuangbaodao.home;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.shuangbaodao.activity.Activities;
import org.shuangbaodao.activity.ActivityFacts;
import org.shuangbaodao.appraisal.Progress;
import org.shuangbaodao.appraisal.Targets;
import org.shuangbaodao.attendance.SignUps;
import org.shuangbaodao.kernel.Amounts;
import org.shuangbaodao.kernel.BusinessTime;
import org.shuangbaodao.kernel.Ids;
import org.shuangbaodao.kernel.Period;
import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.ledger.Standings;
import org.shuangbaodao.servicerecord.RecordState;
import org.shuangbaodao.servicerecord.ServiceRecord;
import org.shuangbaodao.servicerecord.ServiceRecords;

/** A member's own service at one glance, on the first page. */
@ApplicationScoped
class OwnService {

    private static final int LATEST = 3;

    private final Standings standings;
    private final Targets targets;
    private final ServiceRecords records;
    private final SignUps signUps;
    private final Activities activities;
    private final BusinessTime time;

    OwnService(Standings standings, Targets targets, ServiceRecords records, SignUps signUps, Activities activities,
            BusinessTime time) {
        this.standings = standings;
        this.targets = targets;
        this.records = records;
        this.signUps = signUps;
        this.activities = activities;
        this.time = time;
    }

    /**
     * @param hours both books together, in the quarter that runs
     * @param progress of the year, null for who stands on no roster
     * @param latest what he served last, the newest first; empty while there is nothing
     * @param next activities he has signed up for, the next first
     */
    record Glance(Period quarter, String points, String hours, Progress progress, List<Served> latest, List<Coming> next) {
    }

    /** A record and where it stands. */
    record Served(String id, LocalDate day, String summary, RecordState state) {
    }

    /** An activity to come. */
    record Coming(String id, String name, LocalDateTime startsAt) {
    }

    @Transactional
    Glance of(long memberId) {
        LocalDate today = time.today();
        Period quarter = Period.quarterOf(today);
        Map<Book, Long> books = standings.of(memberId, quarter);
        Optional<Progress> progress = targets.of(memberId, today.getYear());
        List<Served> latest = records.of(memberId, 1, LATEST).items().stream().map(OwnService::served).toList();
        Map<Long, ActivityFacts> wanted = activities.byIds(signUps.activitiesOf(memberId, today));
        List<Coming> next = wanted.values().stream().filter(each -> !each.isCancelled())
                .filter(each -> each.endsAt().isAfter(time.localNow()))
                .sorted(Comparator.comparing(ActivityFacts::startsAt)).limit(LATEST)
                .map(each -> new Coming(Ids.text(each.id()), each.name(), each.startsAt())).toList();
        return new Glance(quarter, Amounts.points(books.get(Book.POINTS)),
                Amounts.hours(books.get(Book.VOLUNTEER_MINUTES) + books.get(Book.DUTY_MINUTES)), progress.orElse(null), latest,
                next);
    }

    private static Served served(ServiceRecord record) {
        return new Served(Ids.text(record.id), record.startedAt.toLocalDate(), record.summary, record.state);
    }
}
