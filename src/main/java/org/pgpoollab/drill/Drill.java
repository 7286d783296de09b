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
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.InWords;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.plan.Repairs;
import org.pgpoollab.plan.StopMode;
import org.pgpoollab.topology.Node;

/** A failure that can be rehearsed: what breaks, and whether the rest of the lab gets over it without anybody's help. */
public enum Drill {
    PRIMARY_LOSS("the primary's host loses its power", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return primary(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().kill(victims, Optional.empty());
        }
    },
    PRIMARY_STOP("the primary is stopped cleanly", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return primary(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.life().stop(victims, StopMode.FAST);
        }
    },
    PRIMARY_ISOLATED("nothing reaches the primary, nothing leaves it", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return primary(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().isolate(victims);
        }
    },
    PRIMARY_PAUSED("the primary stands still, and every pgpool that asks it waits", false) {
        @Override
        Set<Node> victims(ClusterState state) {
            return primary(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().pause(victims, Optional.empty());
        }

        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return promotionGap(state, victims);
        }
    },
    STANDBY_LOSS("a standby's host loses its power", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return standby(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().kill(victims, Optional.empty());
        }
    },
    FALSE_PRIMARY("a standby is promoted behind everybody's back", false) {
        @Override
        Set<Node> victims(ClusterState state) {
            return standby(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().promote(victims.get(0));
        }

        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return state.primaries().containsAll(victims)
                    ? Optional.empty()
                    : Optional.of(victims.iterator().next() + " does not say yet that it is primary");
        }
    },
    LEADER_STOP("the leader of the watchdog is stopped cleanly", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return leader(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.life().stop(victims, StopMode.FAST);
        }
    },
    LEADER_LOSS("the host of the watchdog's leader loses its power", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return leader(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().kill(victims, Optional.empty());
        }
    },
    QUORUM_LOSS("so many pgpools lose their power that the others have no quorum", false) {
        @Override
        Set<Node> victims(ClusterState state) {
            return leaderAndOthers(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.faults().kill(victims, Optional.empty());
        }

        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return state.vipHolders().isEmpty()
                    ? Optional.empty()
                    : Optional.of(state.vipHolders() + " still holds the VIP");
        }
    },
    SWITCHOVER("a standby takes over from the primary as planned", true) {
        @Override
        Set<Node> victims(ClusterState state) {
            return standby(state);
        }

        @Override
        Plan fault(Situation situation, List<Node> victims) {
            return situation.repairs().switchover(victims.get(0), situation.state());
        }

        @Override
        Optional<String> gap(ClusterState state, Set<Node> victims) {
            return new Service(state, Set.of()).gap();
        }
    };

    private final String sentence;
    private final boolean endsByItself;

    Drill(String sentence, boolean endsByItself) {
        this.sentence = sentence;
        this.endsByItself = endsByItself;
    }

    /** Whom it hits in this snapshot; empty if nobody plays the part. */
    abstract Set<Node> victims(ClusterState state);

    abstract Plan fault(Situation situation, List<Node> victims);

    /** What has to be seen before the fault has run its course, as a sentence; empty if it has. */
    Optional<String> gap(ClusterState state, Set<Node> victims) {
        return new Service(state, victims).gap();
    }

    /**
     * The plan that would begin it now.
     *
     * @throws LabException if nobody plays the part that it hits
     */
    public Plan fault(ClusterState state, Repairs repairs) {
        return fault(new Situation(state, repairs), hits(state));
    }

    /** Like {@link #victims}, but never empty. */
    List<Node> hits(ClusterState state) {
        var hits = victims(state).stream().sorted().toList();
        if (hits.isEmpty()) {
            throw LabException.failed(
                    "there is nobody whom " + word() + " could hit",
                    InWords.of(state, state.lab().nodes()),
                    "status");
        }
        return hits;
    }

    /** As it is typed: {@code primary-loss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens, as a sentence without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether clients are served again before anybody repairs anything. */
    public boolean endsByItself() {
        return endsByItself;
    }

    public static List<String> words() {
        return Stream.of(values()).map(Drill::word).toList();
    }

    /** @throws LabException of usage if there is none of this name; the nearest is named */
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

    private static Set<Node> primary(ClusterState state) {
        return Set.copyOf(state.primaries());
    }

    private static Set<Node> standby(ClusterState state) {
        return state.postgres().stream()
                .filter(PostgresNode::isStandby)
                .map(PostgresNode::node)
                .findFirst()
                .map(Set::of)
                .orElse(Set.of());
    }

    private static Set<Node> leader(ClusterState state) {
        return Set.copyOf(state.leaders());
    }

    /** The leader, and of the others as many as can be lost, and one more. */
    private static Set<Node> leaderAndOthers(ClusterState state) {
        var lab = state.lab();
        return Stream.concat(state.leaders().stream(), lab.pgpoolNodes().stream())
                .distinct()
                .limit(lab.survivableLosses() + 1L)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> promotionGap(ClusterState state, Set<Node> victims) {
        return state.primaries().stream().anyMatch(node -> !victims.contains(node))
                ? Optional.empty()
                : Optional.of("no other node was promoted");
    }
}
