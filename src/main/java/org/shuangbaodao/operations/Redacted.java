package org.shuangbaodao.operations;

import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** A throwable as it may stand in a log: type and stack of each link of the chain, the message only where no input is in it. */
final class Redacted extends Throwable {

    private static final long serialVersionUID = 1;

    // Connection, login, transaction given up, no such database.
    private static final Set<String> HARMLESS_STATES = Set.of("08", "28", "40", "3D");
    private static final Set<Class<?>> HARMLESS = Set.of(NullPointerException.class, ClassCastException.class,
            ArithmeticException.class, IndexOutOfBoundsException.class, TimeoutException.class, StackOverflowError.class,
            OutOfMemoryError.class);
    private static final int LONGEST_CHAIN = 20;

    private final String type;

    private Redacted(Throwable original, Throwable cause) {
        super(message(original), cause, false, true);
        type = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable thrown) {
        return of(thrown, 0);
    }

    private static Throwable of(Throwable thrown, int depth) {
        if (thrown == null || depth == LONGEST_CHAIN || thrown instanceof Redacted) {
            return thrown instanceof Redacted ? thrown : null;
        }
        return new Redacted(thrown, of(thrown.getCause(), depth + 1));
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof SQLException sql && !isHarmless(sql)) {
            return "SQL state %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode());
        }
        boolean known = thrown instanceof SQLException || HARMLESS.contains(thrown.getClass())
                || thrown instanceof SocketException || thrown instanceof FileSystemException || isOurOwn(thrown);
        return known ? thrown.getMessage() : null;
    }

    private static boolean isHarmless(SQLException sql) {
        String state = sql.getSQLState();
        // The pool's own exceptions have no state.
        return state == null || state.length() == 5 && HARMLESS_STATES.contains(state.substring(0, 2));
    }

    // What our own code says has ids in it and no names, unless it repeats what a cause says that had to be cut off.
    private static boolean isOurOwn(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        boolean ours = stack.length > 0 && stack[0].getClassName().startsWith("org.shuangbaodao.");
        Throwable cause = thrown.getCause();
        return ours && (cause == null || cause != thrown && Objects.equals(message(cause), cause.getMessage()));
    }

    @Override
    public String toString() {
        return getMessage() == null ? type : type + ": " + getMessage();
    }
}
