package org.shuangbaodao.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import javax.transaction.xa.XAException;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import com.mysql.cj.jdbc.exceptions.MySQLTimeoutException;
import com.mysql.cj.jdbc.exceptions.MySQLTransactionRollbackException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import org.hibernate.PessimisticLockException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTest {

    static Stream<Arguments> faults() {
        SQLException lost = new CommunicationsException("Communications link failure", new java.io.EOFException());
        return Stream.of(
                // as the driver throws them
                Arguments.of(new SQLException("Deadlock found", "40001", 1213), DatabaseFault.GIVEN_UP),
                Arguments.of(new MySQLTransactionRollbackException("Lock wait timeout", "40001", 1205), DatabaseFault.GIVEN_UP),
                Arguments.of(new SQLException("Record has changed since last read", "HY000", 1020), DatabaseFault.GIVEN_UP),
                Arguments.of(new SQLException("on observer side", "HY000", 3100), DatabaseFault.GIVEN_UP),
                Arguments.of(new SQLException("rollback the current transaction", "40000", 3101), DatabaseFault.GIVEN_UP),
                Arguments.of(new SQLException("No operations allowed after statement closed.", "S1009", 0), DatabaseFault.AWAY),
                Arguments.of(new SQLException("--super-read-only", "HY000", 1290), DatabaseFault.READ_ONLY),
                Arguments.of(new SQLException("READ ONLY transaction", "25006", 1792), DatabaseFault.READ_ONLY),
                Arguments.of(new SQLException("Running in read-only mode", "HY000", 1836), DatabaseFault.READ_ONLY),
                Arguments.of(new SQLException("The table is full", "HY000", 1114), DatabaseFault.BUSY),
                Arguments.of(new SQLNonTransientConnectionException("Too many connections", "08004", 1040), DatabaseFault.BUSY),
                Arguments.of(lost, DatabaseFault.AWAY),
                Arguments.of(new SQLNonTransientConnectionException("Server shutdown in progress", "08S01", 1053),
                        DatabaseFault.AWAY),
                Arguments.of(new SQLException("Query execution was interrupted", "70100", 1317), DatabaseFault.AWAY),
                Arguments.of(new SQLException("WSREP has not yet prepared node", "08S01", 1047), DatabaseFault.AWAY),
                Arguments.of(new SQLTransientConnectionException("x"), DatabaseFault.AWAY),
                Arguments.of(new SQLRecoverableException("x"), DatabaseFault.AWAY),
                Arguments.of(new MySQLTimeoutException("Statement cancelled"), DatabaseFault.AWAY),
                Arguments.of(new SQLInvalidAuthorizationSpecException("Access denied for user", "28000", 1045),
                        DatabaseFault.AWAY),
                // as they come out of the layers above
                Arguments.of(new JDBCConnectionException("could not execute", lost), DatabaseFault.AWAY),
                Arguments.of(new LockAcquisitionException("x", new SQLException("Deadlock", "40001", 1213)),
                        DatabaseFault.GIVEN_UP),
                Arguments.of(new jakarta.persistence.LockTimeoutException(
                        new org.hibernate.exception.LockTimeoutException("x", new SQLException("x", "40001", 1205))),
                        DatabaseFault.GIVEN_UP),
                Arguments.of(
                        new PersistenceException(new PessimisticLockException("x", new SQLException("x", "40001", 1213), "")),
                        DatabaseFault.GIVEN_UP),
                Arguments.of(new BatchUpdateException("x", "40001", 1213, new int[0]), DatabaseFault.GIVEN_UP),
                Arguments.of(new QuarkusTransactionException(new JDBCConnectionException("x", lost)), DatabaseFault.AWAY),
                Arguments.of(ofThePool(), DatabaseFault.BUSY),
                Arguments.of(new JDBCConnectionException("Unable to acquire JDBC connection", ofThePool()), DatabaseFault.BUSY),
                // while flushing before the commit nothing was committed yet
                Arguments.of(rolledBack(new JDBCConnectionException("x", lost)), DatabaseFault.AWAY),
                // and while committing
                Arguments.of(rolledBack(commit(lost)), DatabaseFault.COMMIT_LOST),
                Arguments.of(new QuarkusTransactionException(rolledBack(commit(lost))), DatabaseFault.COMMIT_LOST),
                Arguments.of(rolledBack(commit(new SQLException("x", "40000", 3101))), DatabaseFault.GIVEN_UP),
                Arguments.of(rolledBack(commit(new SQLException("x", "HY000", 1290))), DatabaseFault.READ_ONLY));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFailureOfTheDatabaseHasAName(Throwable thrown, DatabaseFault fault) {
        assertThat(DatabaseFault.of(thrown)).contains(fault);
    }

    static Stream<Throwable> defects() {
        return Stream.of(new IllegalStateException("x"), new SQLSyntaxErrorException("Unknown column", "42S22", 1054),
                new SQLSyntaxErrorException("UPDATE command denied", "42000", 1142),
                new SQLIntegrityConstraintViolationException("Duplicate entry", "23000", 1062),
                new SQLException("Data too long", "22001", 1406), new RollbackException("setRollbackOnly was called"),
                rolledBack(new IllegalStateException("a rule of ours")));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void ownDefectsAreNotBlamedOnTheDatabase(Throwable thrown) {
        assertThat(DatabaseFault.of(thrown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2 })
    void causesThatGoInCirclesEnd(int length) {
        Exception first = new IllegalStateException("first");
        Exception last = length == 1 ? first : new IllegalStateException("last", first);
        first.addSuppressed(new IllegalStateException(last));

        assertThat(Causes.of(last)).contains(first).doesNotHaveDuplicates();
    }

    @Test
    void theOutermostComesFirst() {
        Exception inner = new SQLException("inner");
        Exception outer = new IllegalStateException("outer", inner);

        assertThat(Causes.of(outer)).containsExactly(outer, inner);
    }

    // As the transaction manager tells it: the reason is among the suppressed.
    private static RollbackException rolledBack(Exception reason) {
        RollbackException rolledBack = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(reason);
        return rolledBack;
    }

    private static XAException commit(SQLException reason) {
        XAException failed = new XAException("Error trying to transactionCommit local transaction: " + reason.getMessage());
        failed.errorCode = XAException.XA_RBROLLBACK;
        failed.initCause(reason);
        return failed;
    }

    private static SQLException ofThePool() {
        SQLException timeout = new SQLException("Sorry, acquisition timeout!");
        timeout.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("io.agroal.pool.ConnectionPool", "handlerFromSharedCache", "ConnectionPool.java", 1) });
        return timeout;
    }
}
