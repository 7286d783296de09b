package org.pgpoollab.load;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Why a statement failed.
 *
 * @param state its SQLSTATE; {@code 00000} if nobody gave one
 * @param isLate whether nobody answered in time: the reason is this program's own impatience
 */
record SqlFailure(String state, boolean isLate) {

    /** There was none. */
    static final SqlFailure NONE = new SqlFailure("00000", false);

    private static final int LENGTH = 5;

    /**
     * Classes of SQLSTATE with which a server refuses a statement that it has understood, and rolls it back. All others leave open
     * whether a commit came before: 08 is a broken connection, 57 a server that ends, 58 and XX its inner trouble. See appendix A of
     * PostgreSQL's manual.
     */
    private static final Set<String> REFUSALS = Set.of("0A", "22", "23", "25", "28", "3D", "42", "53", "54", "55");

    /** Refusals in classes that hold other things too: no connection was taken, or a transaction was chosen to be rolled back. */
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
        // The driver's own deadline for logging in has no cause.
        return e.getMessage() != null && e.getMessage().contains("timed out");
    }

    /** Whether a statement that ended so surely was not done. */
    boolean isRefusal() {
        return !isLate && (REFUSALS.contains(state.substring(0, 2)) || SINGLE_REFUSALS.contains(state));
    }

    /** {@code 57P01 the server was shut down}. */
    String words() {
        return state + " "
                + (isLate
                        ? "no answer in time"
                        : WORDS.getOrDefault(state, CLASSES.getOrDefault(state.substring(0, 2), "error")));
    }

    /** The five characters as a number that fits into 26 bits, and lateness above them. */
    int number() {
        return Integer.parseInt(state, Character.MAX_RADIX) | (isLate ? 1 << 30 : 0);
    }

    static SqlFailure ofNumber(int number) {
        var text = Integer.toString(number & ~(1 << 30), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return new SqlFailure("0".repeat(Math.max(0, LENGTH - text.length())) + text, (number & 1 << 30) != 0);
    }
}
