package org.pgpoollab.load;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The reason why a statement failed.
 *
 * @param state its SQLSTATE; {@code 00000} if there was none
 * @param isLate whether the statement failed because the client's own deadline passed
 */
record SqlFailure(String state, boolean isLate) {

    /** Stands for no failure. */
    static final SqlFailure NONE = new SqlFailure("00000", false);

    private static final int LENGTH = 5;

    /**
     * Classes of SQLSTATE with which a server refuses a statement and rolls it back. All other classes leave open whether a commit came
     * before: 08 is a broken connection, 57 a server that shuts down, 58 and XX are internal errors. See appendix A of PostgreSQL's manual.
     */
    private static final Set<String> REFUSALS = Set.of("0A", "22", "23", "25", "28", "3D", "42", "53", "54", "55");

    /** Refusals in classes that also hold other states: the server took no connection, or chose the transaction for a rollback. */
    private static final Set<String> SINGLE_REFUSALS = Set.of("57P03", "40001", "40P01");

    private static final Map<String, String> WORDS = Map.of(
            "08001", "no connection",
            "08003", "the connection was closed",
            "08006", "the connection broke",
            "25006", "the server takes no writes",
            "42P01", "the table is not there",
            "53100", "the disk is full",
            "53300", "too many connections",
            "57P01", "the server was shut down",
            "57P02", "the server crashed",
            "57P03", "the server takes no connections");

    private static final Map<String, String> CLASSES = Map.of(
            "08", "the connection broke",
            "25", "the server takes no writes",
            "28", "the server refused the user",
            "40", "the server rolled it back",
            "53", "the server lacks resources",
            "57", "the server broke it off",
            "58", "the server had trouble",
            "XX", "the server had trouble");

    static SqlFailure of(SQLException e) {
        var state = e.getSQLState();
        return new SqlFailure(state == null || state.length() != LENGTH ? NONE.state() : state, isLate(e));
    }

    private static boolean isLate(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        // The exception of the driver's login timeout has no cause.
        return e.getMessage() != null && e.getMessage().contains("timed out");
    }

    /** Returns whether a statement that failed in this way surely was not committed. */
    boolean isRefusal() {
        return !isLate && (REFUSALS.contains(state.substring(0, 2)) || SINGLE_REFUSALS.contains(state));
    }

    /** Returns text such as {@code 57P01 the server was shut down}. */
    String words() {
        return state + " "
                + (isLate
                        ? "no answer in time"
                        : WORDS.getOrDefault(state, CLASSES.getOrDefault(state.substring(0, 2), "error")));
    }

    /** Encodes the five characters of the state as a base-36 number of at most 26 bits, and {@link #isLate} as bit 30. */
    int number() {
        return Integer.parseInt(state, Character.MAX_RADIX) | (isLate ? 1 << 30 : 0);
    }

    static SqlFailure ofNumber(int number) {
        var text = Integer.toString(number & ~(1 << 30), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return new SqlFailure("0".repeat(Math.max(0, LENGTH - text.length())) + text, (number & 1 << 30) != 0);
    }
}
