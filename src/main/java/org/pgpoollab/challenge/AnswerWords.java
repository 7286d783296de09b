package org.pgpoollab.challenge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;

/** What the words of an answer mean: the names of kinds of trouble, and other words for them, such as the commands that cause them. */
final class AnswerWords {

    private static final List<String> KILLED = List.of("crashed", "dead-repmgrd", "dead-pgpool");

    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("pause", List.of("frozen")),
            Map.entry("paused", List.of("frozen")),
            Map.entry("freeze", List.of("frozen")),
            Map.entry("fill", List.of("full-disk")),
            Map.entry("disk-full", List.of("full-disk")),
            Map.entry("lagging", List.of("lag")),
            Map.entry("isolate", List.of("isolated")),
            Map.entry("detach", List.of("detached")),
            Map.entry("promote!", List.of("second-primary")),
            Map.entry("promote", List.of("second-primary")),
            Map.entry("promoted", List.of("second-primary")),
            Map.entry("two-primaries", List.of("second-primary")),
            Map.entry("split-brain", List.of("second-primary")),
            Map.entry("crash", List.of("crashed")),
            Map.entry("kill", KILLED),
            Map.entry("killed", KILLED));

    private AnswerWords() {}

    /** Returns the kinds that a word may mean: one, several, or none. */
    static List<String> meant(String typed) {
        var word = typed.toLowerCase(Locale.ROOT).replace('_', '-');
        return Situations.kind(word).isPresent() ? List.of(word) : OTHERS.getOrDefault(word, List.of());
    }

    /**
     * Returns the kind that a word means.
     *
     * @throws LabException as a usage error if it means none, or more than one
     */
    static String only(String typed) {
        var meant = meant(typed);
        if (meant.isEmpty()) {
            throw LabException.usage(
                    "no challenge is called \"" + typed + "\"",
                    nearest(typed).map(near -> "did you mean " + near + "?").orElse(""),
                    "challenge list");
        }
        if (meant.size() > 1) {
            throw LabException.usage(
                    "\"" + typed + "\" can mean " + String.join(", ", meant),
                    "an answer says which; this one does not count",
                    "challenge answer " + meant.get(0) + " NODE; challenge list");
        }
        return meant.get(0);
    }

    private static Optional<String> nearest(String typed) {
        return Nearest.to(
                typed,
                Stream.concat(
                                Situations.words().stream(),
                                OTHERS.keySet().stream().sorted())
                        .toList());
    }
}
