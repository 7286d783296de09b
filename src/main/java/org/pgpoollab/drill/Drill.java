package org.pgpoollab.drill;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.condition.NodeRole;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.topology.Node;

/**
 * The failures that can be rehearsed: the fault of each, the role that it hits, and whether the rest of the lab recovers from it
 * without help.
 */
public enum Drill {
    PRIMARY_LOSS("the primary's host loses its power", NodeRole.PRIMARY, FaultAction.KILL),
    PRIMARY_STOP("the primary is stopped cleanly", NodeRole.PRIMARY, FaultAction.STOP),
    PRIMARY_ISOLATED("nothing reaches the primary, nothing leaves it", NodeRole.PRIMARY, FaultAction.ISOLATE),
    PRIMARY_PAUSED(
            "the primary stands still, and every pgpool that asks it waits",
            NodeRole.PRIMARY,
            FaultAction.PAUSE,
            false) {
        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return state.primaries().stream().anyMatch(node -> !victims.contains(node))
                    ? Optional.empty()
                    : Optional.of("no other node was promoted");
        }
    },
    STANDBY_LOSS("a standby's host loses its power", NodeRole.STANDBY, FaultAction.KILL),
    FALSE_PRIMARY("a standby is promoted without repmgr and Pgpool-II", NodeRole.STANDBY, FaultAction.PROMOTE, false) {
        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return state.primaries().containsAll(victims)
                    ? Optional.empty()
                    : Optional.of(victims.iterator().next() + " does not say yet that it is primary");
        }
    },
    LEADER_STOP("the leader of the watchdog is stopped cleanly", NodeRole.LEADER, FaultAction.STOP),
    LEADER_LOSS("the host of the watchdog's leader loses its power", NodeRole.LEADER, FaultAction.KILL),
    QUORUM_LOSS(
            "so many pgpools lose their power that the others have no quorum",
            NodeRole.LEADER,
            FaultAction.KILL,
            false) {
        /** Returns the leader and so many other pgpools that one more is lost than the quorum survives. */
        @Override
        Set<Node> victims(ClusterState state) {
            var lab = state.lab();
            return Stream.concat(state.leaders().stream(), lab.pgpoolNodes().stream())
                    .distinct()
                    .limit(lab.survivableLosses() + 1L)
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return state.vipHolders().isEmpty()
                    ? Optional.empty()
                    : Optional.of(state.vipHolders() + " still holds the VIP");
        }
    },
    SWITCHOVER("a standby takes over from the primary as planned", NodeRole.STANDBY, FaultAction.SWITCH_OVER) {
        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return new Redundancy(state, Set.of()).gap();
        }
    };

    private final String sentence;
    private final NodeRole role;
    private final FaultAction action;
    private final boolean endsByItself;

    Drill(String sentence, NodeRole role, FaultAction action) {
        this(sentence, role, action, true);
    }

    Drill(String sentence, NodeRole role, FaultAction action, boolean endsByItself) {
        this.sentence = sentence;
        this.role = role;
        this.action = action;
        this.endsByItself = endsByItself;
    }

    /** The nodes that the fault hits in this snapshot; empty if no node has the role. */
    Set<Node> victims(ClusterState state) {
        return role.holders(state).stream().limit(1).collect(Collectors.toUnmodifiableSet());
    }

    Plan fault(DrillSituation situation, List<Node> victims) {
        return action.plan(situation, victims);
    }

    /** Describes what must still happen before the fault has taken its full effect; empty if it has. */
    Optional<String> gap(ClusterState state, Set<Node> victims) {
        return new Redundancy(state, victims).gap();
    }

    /**
     * Returns the plan that would cause the failure now.
     *
     * @throws LabException if no node has the role that it hits
     */
    public Plan fault(ClusterState state, LabRepairs repairs) {
        return fault(new DrillSituation(state, repairs), hits(state));
    }

    /** Returns {@link #victims} as a list, and throws if it is empty. */
    List<Node> hits(ClusterState state) {
        var hits = victims(state).stream().sorted().toList();
        if (hits.isEmpty()) {
            throw LabException.failed(
                    "there is nobody whom " + word() + " could hit",
                    StateText.of(state, state.lab().nodes()),
                    "status");
        }
        return hits;
    }

    /** The name as it is typed: {@code primary-loss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A sentence about the failure, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether clients are served again without a repair. */
    public boolean endsByItself() {
        return endsByItself;
    }

    public static List<String> words() {
        return Stream.of(values()).map(Drill::word).toList();
    }

    /** @throws LabException a usage error if there is no such drill; the message suggests the nearest name */
    public static Drill named(String typed) {
        var word = typed.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(values())
                .filter(drill -> drill.word().equals(word))
                .findFirst()
                .orElseThrow(() -> LabException.usage(
                        "there is no drill \"" + typed + "\"",
                        Nearest.to(word, words())
                                .map(near -> "did you mean " + near + "?")
                                .orElse("the drills are " + String.join(", ", words())),
                        "drill " + Nearest.to(word, words()).orElse(PRIMARY_LOSS.word())));
    }
}
