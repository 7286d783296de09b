package org.pgpoollab.observe;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds in the end of PostgreSQL's log why the server ended or receives no WAL. Has no side effects. Every snapshot uses it, often in a
 * process that has just started, so a line is matched against a pattern only if it contains a word of that pattern.
 */
record LogReasons(List<String> lines) {

    private static final Pattern PREFIX = Pattern.compile("^[-0-9]+ [:.0-9]+ \\S+ \\[[0-9]+\\] ");
    private static final Pattern STREAM = Pattern.compile(
            "could not (start WAL streaming|receive data from WAL stream|connect to the primary server)");

    /** Messages that end one session and not the server. */
    private static final Pattern OF_A_SESSION = Pattern.compile(
            "terminating |expected SASL|expected password|could not send|could not receive|permission denied for database|too many connections|not currently accepting|the database system is |canceling |no pg_hba|pg_hba\\.conf rejects|password authentication|connection slots|"
                    + "too many clients|replication slot|role \".*\" (does not exist|is not permitted)|database \".*\" does not exist");

    private static final Pattern STARTED = Pattern.compile("ready to accept|accept read-only connections");
    private static final Pattern SETTING = Pattern.compile(
            "([a-z_]+) = [0-9]+ is a lower setting|parameter \"([a-z_.]+)\"|(server certificate|private key) file");

    LogReasons {
        lines = List.copyOf(lines);
    }

    /** Returns why the server ended, with the detail; empty if it has started since, or logged no reason. */
    String fatal() {
        for (var place = lines.size() - 1; place >= 0; place--) {
            var line = lines.get(place);
            if (line.contains("accept") && STARTED.matcher(line).find()) {
                return "";
            }
            if (isFatal(line)
                    && !STREAM.matcher(line).find()
                    && !OF_A_SESSION.matcher(line).find()) {
                return text(place, "contains errors", -1) + text(place, "", 1);
            }
        }
        return "";
    }

    private static boolean isFatal(String line) {
        return line.contains("] FATAL: ") || line.contains("] PANIC: ");
    }

    /** Returns a line together with the one before it if that one says more, or the detail line after it. */
    private String text(int place, String sign, int next) {
        var words = words(lines.get(place));
        var other = place + next;
        if (next > 0) {
            var isDetail = other < lines.size() && lines.get(other).contains("] DETAIL: ");
            return isDetail ? ": " + words(lines.get(other)) : "";
        }
        return words.contains(sign) && other >= 0 ? words(lines.get(other)) + ": " + words : words;
    }

    /** Returns why the server could not stream WAL; empty if it has started to stream since. */
    String stream() {
        for (var place = lines.size() - 1; place >= 0; place--) {
            var line = lines.get(place);
            if (line.contains("started streaming WAL")) {
                return "";
            }
            if (line.contains("could not ") && STREAM.matcher(line).find()) {
                var words = words(line);
                var reason =
                        words.lastIndexOf("ERROR: ") < 0 ? words.lastIndexOf("FATAL: ") : words.lastIndexOf("ERROR: ");
                return reason < 0
                        ? words
                        : words.substring(reason + "ERROR: ".length()).strip();
            }
        }
        return "";
    }

    /** Returns the first of these settings that the message blames. */
    static Optional<String> culprit(String fatal, Collection<String> settings) {
        var found = SETTING.matcher(fatal);
        while (found.find()) {
            var name = found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : "ssl";
            if (settings.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String words(String line) {
        return PREFIX.matcher(line).replaceFirst("").replaceFirst("^(LOG|FATAL|PANIC|DETAIL): +", "");
    }
}
