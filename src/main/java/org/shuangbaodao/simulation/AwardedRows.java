package org.shuangbaodao.simulation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.shuangbaodao.ledger.Book;
import org.shuangbaodao.member.MemberCategory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.Session;

/** Reads what was awarded in a year and still stands, holder by holder, row by row: memory does not grow with the ledger. */
@ApplicationScoped
class AwardedRows {

    private static final ObjectReader FACTS = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build().readerFor(Awarded.Facts.class);

    private final EntityManager database;

    AwardedRows(EntityManager database) {
        this.database = database;
    }

    /** Needs a running transaction, and no other statement in it meanwhile. */
    void forEach(int year, Consumer<Awarded> consumer) {
        database.unwrap(Session.class).doWork(connection -> read(connection, year, consumer));
    }

    private static void read(Connection connection, int year, Consumer<Awarded> consumer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select e.holder_id, m.category, e.branch_id, e.book, e.served_on, e.amount, e.rule_item, e.source_id,
                  e.parameters
                from ledger_entry e join member m on m.id = e.holder_id left join ledger_entry r on r.reverses = e.id
                where e.served_on between ? and ? and e.book in ('POINTS', 'HUNDRED_POINTS')
                  and e.kind in ('AWARD', 'DEDUCTION') and r.id is null
                order by e.holder_id, e.served_on, e.id""", ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // Otherwise the driver collects the whole answer first.
            select.setFetchSize(Integer.MIN_VALUE);
            select.setObject(1, LocalDate.of(year, 1, 1));
            select.setObject(2, LocalDate.of(year, 12, 31));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(awarded(rows));
                }
            }
        }
    }

    private static Awarded awarded(ResultSet row) throws SQLException {
        try {
            return new Awarded(row.getLong(1), MemberCategory.valueOf(row.getString(2)), row.getLong(3),
                    Book.valueOf(row.getString(4)), row.getObject(5, LocalDate.class), row.getLong(6), row.getString(7),
                    row.getString(8), FACTS.readValue(row.getString(9)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
