package org.pgpoollab.challenge;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

/** Tells tests of the whole program which seed draws which situation, and what a running challenge is. */
public final class KnownChallenges {

    private KnownChallenges() {}

    /**
     * A situation with a seed that draws it on a healthy lab of three PostgreSQL nodes and three pgpools, whatever their roles.
     *
     * @param name such as {@code lag+detached}
     */
    public record Seeded(String name, int level, long seed) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A cause of the running challenge, as it is answered, shown and repaired. */
    public record Known(String answer, String shows, String sign, List<String> repair) {}

    public static List<Seeded> all() {
        return Situations.all().stream().map(KnownChallenges::seeded).toList();
    }

    private static Seeded seeded(Situation situation) {
        var state = Given.healthy().state();
        var seed = LongStream.range(0, 10_000)
                .filter(number -> ChallengeDraw.of(state, situation.level(), number, Set.of())
                        .situation()
                        .equals(situation))
                .findFirst()
                .orElseThrow();
        return new Seeded(situation.name(), situation.level(), seed);
    }

    /** Returns the name of the situation of the running challenge. */
    public static String situation(Path lab) {
        return new ChallengeFile(lab.resolve(".challenge"))
                .read()
                .orElseThrow()
                .situation()
                .name();
    }

    /** @param lab the directory of the lab, which has the sealed file of its challenge */
    public static List<Known> running(Path lab) {
        var state = new ChallengeFile(lab.resolve(".challenge")).read().orElseThrow();
        return state
                .causes(LabFile.read(lab.resolve("lab.yaml"), LabOptions.NONE).lab())
                .stream()
                .map(cause -> new Known(cause.answer(), cause.shows(), cause.sign(), cause.repair()))
                .toList();
    }
}
