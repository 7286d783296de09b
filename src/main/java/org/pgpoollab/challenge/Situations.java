package org.pgpoollab.challenge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue: all kinds of trouble, and all situations that challenges are drawn from. */
public final class Situations {

    static final int HIGHEST_LEVEL = 3;

    private static final List<CauseKind> KINDS = Stream.of(
                    ServerCauses.ALL, NetworkCauses.ALL, PostgresCauses.ALL, RepmgrCauses.ALL, PgpoolCauses.ALL)
            .flatMap(List::stream)
            .toList();

    private static final List<Situation> ALL = Stream.concat(
                    KINDS.stream().map(kind -> new Situation(kind.level(), List.of(kind))),
                    Stream.of(
                            together("lag", "detached"),
                            together("read-only", "dead-repmgrd"),
                            together("slow", "manual-failover"),
                            together("two-vips", "standby-priority")))
            .toList();

    private Situations() {}

    static List<Situation> all() {
        return ALL;
    }

    static List<CauseKind> kinds() {
        return KINDS;
    }

    static List<Situation> ofLevel(int level) {
        return ALL.stream().filter(situation -> situation.level() == level).toList();
    }

    static Optional<Situation> named(String name) {
        return ALL.stream().filter(situation -> situation.name().equals(name)).findFirst();
    }

    static Optional<CauseKind> kind(String word) {
        return KINDS.stream().filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Returns the words of all answers, for completion. */
    public static List<String> words() {
        return KINDS.stream().map(CauseKind::word).sorted().toList();
    }

    private static Situation together(String... words) {
        return new Situation(
                HIGHEST_LEVEL,
                Arrays.stream(words).map(word -> kind(word).orElseThrow()).toList());
    }
}
