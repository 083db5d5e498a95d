package org.shuangbaodao.kernel;

import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.transaction.xa.XAException;

/**
 * Why the database could not do something that was right in itself. One table for whoever tries again and for whoever tells
 * the reader; a failure that is not in it is a defect of ours.
 */
public enum DatabaseFault {

    /** It rolled the transaction back so that another one could go on: nothing is stored, and it may well work now. */
    GIVEN_UP,
    /** The server takes no writes, as a group's old primary: nothing is stored, another connection may lead elsewhere. */
    READ_ONLY,
    /** No connection became free in time, or a disk or a limit is full: nothing is stored, and asking again makes it worse. */
    BUSY,
    /** It cannot be reached, or the connection was lost before the commit: nothing is stored. */
    AWAY,
    /** The connection was lost while committing: it may be stored or not, and only looking tells. */
    COMMIT_LOST;

    /** Lock wait, deadlock, snapshot conflict (MariaDB); a group's "transaction rolled back" in two forms. */
    private static final Set<Integer> ROLLED_BACK = Set.of(1205, 1213, 1020, 3100, 3101);
    private static final Set<Integer> TAKES_NO_WRITES = Set.of(1290, 1792, 1836);
    /** Disk full in four forms, too many connections in three, statement timed out in two. */
    private static final Set<Integer> FULL = Set.of(3, 28, 1021, 1114, 1040, 1203, 1226, 3024, 1969);
    /** Shutting down, killed, interrupted, no quorum: not all of them come with a class or state of their own. */
    private static final Set<Integer> GOING = Set.of(1047, 1053, 1077, 1079, 1317, 1927, 3168, 3169);
    private static final String POOL = "io.agroal.";

    /** Empty where the failure is no fault of the database. */
    public static Optional<DatabaseFault> of(Throwable thrown) {
        List<Throwable> causes = Causes.of(thrown);
        boolean committing = causes.stream().anyMatch(DatabaseFault::isFailedCommit);
        return causes.stream().filter(SQLException.class::isInstance).map(SQLException.class::cast).map(DatabaseFault::of)
                .flatMap(Optional::stream).findFirst()
                .map(fault -> fault == AWAY && committing ? COMMIT_LOST : fault);
    }

    private static Optional<DatabaseFault> of(SQLException failure) {
        int code = failure.getErrorCode();
        if (ROLLED_BACK.contains(code)) {
            return Optional.of(GIVEN_UP);
        }
        if (TAKES_NO_WRITES.contains(code)) {
            return Optional.of(READ_ONLY);
        }
        if (FULL.contains(code) || isOfThePool(failure)) {
            return Optional.of(BUSY);
        }
        String state = String.valueOf(failure.getSQLState());
        boolean away = GOING.contains(code) || state.startsWith("08") || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException || failure instanceof SQLNonTransientConnectionException
                || isClosed(state, failure.getMessage())
                // A password that was changed at the server first: refused like a server that is not there.
                || failure instanceof SQLInvalidAuthorizationSpecException;
        return away ? Optional.of(AWAY) : Optional.empty();
    }

    // The driver closes its statements together with a connection that is lost; whoever was about to use one hears no more than
    // that.
    private static boolean isClosed(String state, String message) {
        return (state.equals("S1009") || state.equals("S1000")) && message != null
                && message.contains("after statement closed");
    }

    // The pool has no class of its own for "none became free in time"; where it comes from is all that tells.
    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getSQLState() == null && failure.getErrorCode() == 0 && trace.length > 0
                && trace[0].getClassName().startsWith(POOL);
    }

    // The pool reports each commit that did not come back as rolled back, although nobody knows.
    private static boolean isFailedCommit(Throwable cause) {
        return cause instanceof XAException commit && commit.errorCode == XAException.XA_RBROLLBACK;
    }
}
