package org.pgpoollab.challenge;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;

/**
 * What a seed draws for a lab: the same for the same seed, level and roles of nodes.
 *
 * @param situation what is wrong
 * @param cast the nodes that are concerned
 */
record ChallengeDraw(Situation situation, NodeCast cast) {

    /**
     * Draws a situation of a level.
     *
     * @param excluded names of situations that are not drawn, unless there are no others
     * @throws LabException if the lab has not the nodes for any
     */
    static ChallengeDraw of(ClusterState state, int level, long seed, Set<String> excluded) {
        var random = new Random(seed);
        var cast = NodeCast.of(state, random);
        var fitting = Situations.ofLevel(level).stream()
                .filter(situation -> situation.fits(cast))
                .toList();
        if (fitting.isEmpty()) {
            throw LabException.failed(
                    "there is no challenge of level " + level + " for this lab",
                    "it has too few nodes",
                    "down; up --postgres 3 --pgpool 3; challenge --level " + level);
        }
        return new ChallengeDraw(drawn(fitting, random, excluded), cast);
    }

    private static Situation drawn(List<Situation> fitting, Random random, Set<String> excluded) {
        var fresh = fitting.stream()
                .filter(situation -> !excluded.contains(situation.name()))
                .toList();
        var choice = fresh.isEmpty() ? fitting : fresh;
        return choice.get(random.nextInt(choice.size()));
    }
}
