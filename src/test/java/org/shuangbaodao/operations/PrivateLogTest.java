package org.shuangbaodao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class PrivateLogTest {

    private static final String PERSON = "刘翠花 13900001234";

    @Test
    void whatSomebodyTypedIsCutOffAllAlongTheChain() {
        Throwable database = new SQLIntegrityConstraintViolationException("Duplicate entry '" + PERSON + "'", "23000", 1062);

        String logged = logged(new RuntimeException("could not execute: " + database.getMessage(),
                new RuntimeException(database)));

        assertThat(logged).doesNotContain(PERSON).contains("SQL state 23000, error 1062", "RuntimeException",
                "PrivateLogTest.whatSomebodyTyped");
    }

    @Test
    void messagesOfLibrariesThatQuoteAreCutOff() throws Exception {
        try {
            new ObjectMapper().readValue("{\"at\":\"" + PERSON + "\"}", Wanted.class);
        } catch (JsonProcessingException e) {
            assertThat(logged(e)).doesNotContain(PERSON);
        }
        try {
            LocalDate.parse(PERSON);
        } catch (DateTimeParseException e) {
            assertThat(logged(e)).doesNotContain(PERSON).contains("DateTimeParseException");
        }
    }

    @Test
    void whatAnOperatorNeedsStays() {
        assertThat(logged(new SQLException("Communications link failure", "08S01", 0))).contains("Communications link failure");
        assertThat(logged(new NullPointerException("because \"x\" is null"))).contains("because \"x\" is null");
    }

    // As the service writes its log.
    private static String logged(Throwable thrown) {
        ExtLogRecord line = new ExtLogRecord(Level.ERROR, "failed", PrivateLogTest.class.getName());
        line.setThrown(Redacted.of(thrown));
        return new PatternFormatter("%m%e").format(line);
    }

    record Wanted(LocalDate at) {
    }
}
