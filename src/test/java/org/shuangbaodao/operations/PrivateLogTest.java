package org.shuangbaodao.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static String logged(Throwable thrown) {
        StringWriter text = new StringWriter();
        Redacted.of(thrown).printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    record Wanted(LocalDate at) {
    }
}
