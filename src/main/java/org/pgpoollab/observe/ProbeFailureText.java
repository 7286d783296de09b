package org.pgpoollab.observe;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.pgpoollab.cluster.ConnectionFailure;

/** Describes in a few words why a probe has no answer. */
final class ProbeFailureText {

    private static final String DETAIL = "Detail:";

    private ProbeFailureText() {}

    static String of(Throwable failure) {
        if (failure instanceof ProbeException) {
            return line(failure);
        }
        var cause = root(failure);
        if (cause instanceof SocketTimeoutException) {
            return "no answer in time";
        }
        if (isEndOfSession(failure)) {
            return "the session was ended";
        }
        if (cause instanceof ConnectException || ConnectionFailure.saysNobodyListens(line(cause))) {
            return "connection refused";
        }
        return line(cause).replaceFirst("^(FATAL|ERROR): *", "") + poolHba(cause);
    }

    /** Returns the detail of a refusal by pool_hba.conf: pgpool's message itself does not name that file. */
    private static String poolHba(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(DETAIL) && line.contains("pool_hba"))
                .map(line -> ": " + line.substring(DETAIL.length()).strip())
                .findFirst()
                .orElse("");
    }

    static boolean isEndOfSession(Throwable failure) {
        return root(failure) instanceof EOFException;
    }

    private static Throwable root(Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }

    private static String line(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("").strip();
    }

    /** The reason why it is unknown whether the node would have answered. */
    static final String TOO_BUSY = "this machine is too busy";

    static final String FROZEN = "its processes are frozen";

    static String late(Duration timeLimit) {
        return "no answer within " + seconds(timeLimit);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
