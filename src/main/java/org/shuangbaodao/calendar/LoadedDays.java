package org.shuangbaodao.calendar;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** The days an operator loaded, shared by all replicas through the database. */
@ApplicationScoped
public class LoadedDays {

    private final EntityManager database;
    private final WorkingDays workingDays;

    LoadedDays(EntityManager database, WorkingDays workingDays) {
        this.database = database;
        this.workingDays = workingDays;
    }

    void start(@Observes StartupEvent event) {
        refresh();
    }

    /** Every replica for itself: what one of them was given counts in all within a minute. */
    @Scheduled(every = "60s", delayed = "60s")
    public void refresh() {
        try {
            read();
        } catch (RuntimeException away) {
            Log.debug("The loaded calendar was not read again", away);
        }
    }

    @Transactional
    void read() {
        workingDays.know(days(database.createNativeQuery(
                "select day, kind, occasion from special_day order by notice_year, day")));
    }

    /** Takes the days of a year's notice in place of those loaded for that year before; {@link #refresh} makes them count. */
    @Transactional
    public void replace(int noticeYear, List<SpecialDay> days) {
        database.createNativeQuery("delete from special_day where notice_year = ?").setParameter(1, noticeYear)
                .executeUpdate();
        for (SpecialDay day : days) {
            database.createNativeQuery("insert into special_day (notice_year, day, kind, occasion) values (?, ?, ?, ?)")
                    .setParameter(1, noticeYear).setParameter(2, day.date()).setParameter(3, day.kind().name())
                    .setParameter(4, day.occasion()).executeUpdate();
        }
    }

    /** What was loaded for a year's notice, in the order of days. */
    @Transactional
    public List<SpecialDay> of(int noticeYear) {
        return days(database.createNativeQuery("select day, kind, occasion from special_day where notice_year = ? order by day")
                .setParameter(1, noticeYear));
    }

    private static List<SpecialDay> days(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new SpecialDay(LocalDate.parse(row[0].toString()),
                SpecialDay.Kind.valueOf(row[1].toString()), row[2].toString())).toList();
    }
}
