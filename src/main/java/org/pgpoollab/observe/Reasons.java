package org.pgpoollab.observe;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Says in few words why a probe has no answer. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return "no answer in time";
            }
            if (cause instanceof ConnectException || cause instanceof FileNotFoundException) {
                return "connection refused";
            }
        }
        var said = firstLine(failure);
        if (said.toLowerCase(Locale.ROOT).contains("connection refused") || said.contains("No such file or directory")) {
            return "connection refused";
        }
        return said;
    }

    private static String firstLine(Throwable failure) {
        var message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        var line = message.strip().lines().findFirst().orElse("").strip();
        return failure instanceof SQLException ? line.replaceFirst("^(FATAL|ERROR): *", "") : line;
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
