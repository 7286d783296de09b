package org.pgpoollab.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** A state of one node as its own probes show it, not as others believe. */
enum NodeState {
    /** The node answers. */
    UP {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return node.isPostgres() ? postgresAnswers(state, node) : poolAnswers(state, node);
        }
    },
    /** The node was probed and does not answer. */
    DOWN {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return UP.of(state, node).negated();
        }
    },
    /** The same as down. */
    UNREACHABLE {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return DOWN.of(state, node);
        }
    },
    PRIMARY {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return says(state, node, PostgresFacts::isPrimary);
        }
    },
    /** For PostgreSQL: in recovery. For a pgpool: STANDBY in the watchdog. */
    STANDBY {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return node.isPostgres()
                    ? says(state, node, PostgresFacts::inRecovery)
                    : watchdogSays(state, node, "STANDBY");
        }
    },
    STREAMING {
        @Override
        Evaluation of(ClusterState state, Node node) {
            if (!state.postgres(node).says().isSeen() || upstreamIsUnasked(state, node)) {
                return Evaluation.unknown(StateText.of(state, node));
            }
            return Replication.gap(state, node)
                    .map(Evaluation::unmet)
                    .orElseGet(() -> Evaluation.met(node + " streams from " + upstream(state, node)));
        }
    },
    LEADER {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return watchdogSays(state, node, "LEADER");
        }
    },
    /** Every pgpool that answers holds the backend up, and at least one answers. */
    ATTACHED {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return BackendIs.onAll(state, node, true);
        }
    },
    /** Every pgpool that answers holds the backend down, and at least one answers. */
    DETACHED {
        @Override
        Evaluation of(ClusterState state, Node node) {
            return BackendIs.onAll(state, node, false);
        }
    };

    abstract Evaluation of(ClusterState state, Node node);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the words that are valid for this subject. */
    static List<String> wordsFor(NodeSubject subject, Lab lab) {
        return Arrays.stream(values())
                .filter(state -> state.fits(subject, lab))
                .map(NodeState::word)
                .toList();
    }

    static NodeState parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private boolean fits(NodeSubject subject, Lab lab) {
        return switch (this) {
            case UP, DOWN, UNREACHABLE -> true;
            case PRIMARY, STREAMING, ATTACHED, DETACHED -> !subject.canBePgpool(lab);
            case STANDBY -> !subject.canBePgpool(lab) || (!subject.canBePostgres(lab) && lab.hasWatchdog());
            case LEADER -> !subject.canBePostgres(lab) && lab.hasWatchdog();
        };
    }

    private static Evaluation postgresAnswers(ClusterState state, Node node) {
        var says = state.postgres(node).says();
        var why = StateText.of(state, node);
        return says.isSeen() || says.isUnreachable() ? Evaluation.of(says.isSeen(), why) : Evaluation.unknown(why);
    }

    private static Evaluation poolAnswers(ClusterState state, Node node) {
        var pool = state.pool(node);
        var why = StateText.of(state, node);
        var isSilent = pool.backends().isUnreachable()
                && (pool.watchdog().isUnreachable() || !state.lab().hasWatchdog());
        return pool.isReachable() || isSilent ? Evaluation.of(pool.isReachable(), why) : Evaluation.unknown(why);
    }

    private static Evaluation says(ClusterState state, Node node, Predicate<PostgresFacts> condition) {
        var why = StateText.of(state, node);
        return state.postgres(node)
                .says()
                .value()
                .map(facts -> Evaluation.of(condition.test(facts), why))
                .orElseGet(() -> Evaluation.unknown(why));
    }

    private static Evaluation watchdogSays(ClusterState state, Node node, String word) {
        var why = StateText.of(state, node);
        return state.pool(node)
                .watchdogState()
                .map(own -> Evaluation.of(own.equals(word), why))
                .orElseGet(() -> Evaluation.unknown(why));
    }

    private static boolean upstreamIsUnasked(ClusterState state, Node node) {
        return state.lab()
                .named(upstream(state, node))
                .filter(Node::isPostgres)
                .map(upstream -> state.postgres(upstream).says())
                .filter(says -> !says.isSeen() && !says.isUnreachable())
                .isPresent();
    }

    private static String upstream(ClusterState state, Node node) {
        return state.postgres(node).says().value().map(PostgresFacts::upstream).orElse("");
    }
}
