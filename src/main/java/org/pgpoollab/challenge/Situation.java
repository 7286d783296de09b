package org.pgpoollab.challenge;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pgpoollab.topology.Lab;

/**
 * What is wrong in one challenge: one kind of trouble, or several at once, of which the second concerns another standby or pgpool.
 *
 * @param level 1 to 3
 */
record Situation(int level, List<CauseKind> kinds) {

    Situation {
        kinds = List.copyOf(kinds);
    }

    /** Returns its identity, which no command shows while it runs: {@code lag+detached}. */
    String name() {
        return kinds.stream().map(CauseKind::word).collect(Collectors.joining("+"));
    }

    /** Returns whether a lab has the nodes for it. */
    boolean fits(NodeCast cast) {
        return IntStream.range(0, kinds.size())
                .allMatch(place -> part(place, cast).covers(kinds.get(place).everyPlace()));
    }

    List<Cause> causes(NodeCast cast, Lab lab) {
        return IntStream.range(0, kinds.size())
                .mapToObj(place -> new Cause(kinds.get(place), part(place, cast), lab))
                .toList();
    }

    private static NodeCast part(int place, NodeCast cast) {
        return place == 0 ? cast : cast.turned();
    }
}
