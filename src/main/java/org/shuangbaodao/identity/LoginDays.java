package org.shuangbaodao.identity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.shuangbaodao.kernel.BusinessTime;

/** Who has been here by himself. Known for as long as sessions are kept, about half a year. */
@ApplicationScoped
public class LoginDays {

    private final EntityManager database;

    LoginDays(EntityManager database) {
        this.database = database;
    }

    /** Of these people, those who logged in on one of the days. */
    @Transactional
    public Set<Long> among(Collection<Long> memberIds, LocalDate first, LocalDate last) {
        return memberIds.isEmpty() ? Set.of()
                : new HashSet<>(database.createQuery("select distinct memberId from LoginSession where memberId in :people"
                        + " and startedAt >= :from and startedAt < :to", Long.class).setParameter("people", memberIds)
                        .setParameter("from", first.atStartOfDay(BusinessTime.ZONE).toInstant())
                        .setParameter("to", last.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant()).getResultList());
    }
}
