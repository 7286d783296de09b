package org.pgpoollab.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.pgpoollab.topology.Node;

/**
 * Decides which of several primaries is the true one. Three signs count alike: the highest timeline, the most standbys, and the most
 * pgpools that write to it; a tie counts for none. A node that was promoted without repmgr has the highest timeline and nothing else, and
 * an old primary that came back has no sign at all.
 */
public record PrimaryVote(List<Claim> claims) {

    /** @param signs what speaks for it, each as a clause: {@code timeline 2 is the highest} */
    public record Claim(Node node, List<String> signs) {

        public Claim {
            signs = List.copyOf(signs);
        }
    }

    public PrimaryVote {
        claims = List.copyOf(claims);
    }

    public static PrimaryVote of(ClusterState state) {
        var rivals = state.primaries();
        return new PrimaryVote(
                rivals.stream().map(node -> claim(state, rivals, node)).toList());
    }

    private static Claim claim(ClusterState state, List<Node> rivals, Node node) {
        var signs = new ArrayList<String>();
        if (isAhead(rivals, node, rival -> timeline(state, rival))) {
            signs.add("timeline " + timeline(state, node) + " is the highest");
        }
        var standbys = Replication.streamingFrom(state, node);
        if (isAhead(
                rivals, node, rival -> Replication.streamingFrom(state, rival).size())) {
            signs.add(StateText.list(standbys) + (standbys.size() == 1 ? " streams" : " stream") + " from it");
        }
        var writers = writers(state, node);
        if (isAhead(rivals, node, rival -> writers(state, rival).size())) {
            signs.add(StateText.list(writers) + (writers.size() == 1 ? " writes" : " write") + " to it");
        }
        return new Claim(node, signs);
    }

    private static boolean isAhead(List<Node> rivals, Node node, ToIntFunction<Node> measure) {
        return rivals.stream()
                .filter(rival -> !rival.equals(node))
                .allMatch(rival -> measure.applyAsInt(node) > measure.applyAsInt(rival));
    }

    private static int timeline(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::timeline).orElse(0);
    }

    private static List<Node> writers(ClusterState state, Node node) {
        return state.pools().stream()
                .filter(pool ->
                        pool.belief(node).filter(BackendView::receivesWrites).isPresent())
                .map(ClusterState.PoolNode::node)
                .toList();
    }

    /** Returns the only claimant, or the one with more signs than any other; empty if there is none. */
    public Optional<Claim> winner() {
        if (claims.size() == 1) {
            return Optional.of(claims.get(0));
        }
        return claims.stream()
                .filter(claim -> claims.stream()
                        .filter(rival -> !rival.equals(claim))
                        .allMatch(rival -> claim.signs().size() > rival.signs().size()))
                .findFirst();
    }
}
