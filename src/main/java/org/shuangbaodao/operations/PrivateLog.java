package org.shuangbaodao.operations;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.LoggingFilter;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps people out of the log. Messages of exceptions quote what somebody typed ("Duplicate entry …", "Cannot deserialize
 * value …"), and addresses carry what he looked for: both are cut off. Type, place and SQL state stay, and the error's number,
 * which is on the page too. Until the service is ready there are no people, and an operator needs every word.
 */
@LoggingFilter(name = "private")
public final class PrivateLog implements Filter {

    private static volatile boolean serving;

    static final class Switch {

        private Switch() {
        }

        static void on(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
            serving = true;
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (serving) {
            if (record.getThrown() != null) {
                record.setThrown(Redacted.of(record.getThrown()));
            }
            withoutQueries(record.getParameters());
        }
        return true;
    }

    private static void withoutQueries(Object[] parameters) {
        for (int i = 0; parameters != null && i < parameters.length; i++) {
            if (parameters[i] instanceof String address && address.startsWith("/") && address.indexOf('?') > 0) {
                parameters[i] = address.substring(0, address.indexOf('?'));
            }
        }
    }
}
