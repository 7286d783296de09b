package org.pgpoollab.reconfigure;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.RepmgrFacts;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.engine.Await;
import org.pgpoollab.output.Output;
import org.pgpoollab.repair.HangCheck;

/**
 * Waits until a lab has settled before anything is proposed: a repair must not interfere while repmgrds elect a primary, or pgpools
 * search for it.
 */
final class SettleWait {

    /** How long an election and a promotion take after the repmgrds have noticed the loss. */
    private static final Duration ELECTION = Duration.ofSeconds(13);

    private static final Duration CONFIRMATION = Duration.ofSeconds(20);
    private static final Duration SEARCH = Duration.ofSeconds(8);
    private static final Duration PASSING_ON = Duration.ofSeconds(2);

    /** Several times wal_retrieve_retry_interval. */
    private static final Duration RECONNECTION = Duration.ofSeconds(5);

    private final Supplier<ClusterState> look;
    private final Output output;
    private boolean waitedForSearch;

    SettleWait(Supplier<ClusterState> look, Output output) {
        this.look = look;
        this.output = output;
    }

    ClusterState settled() {
        var state = look.get();
        var unconfirmed = HangCheck.unconfirmed(state);
        if (!unconfirmed.isEmpty()) {
            var verb = unconfirmed.size() == 1 ? " does" : " do";
            output.note(StateText.list(unconfirmed) + verb + " not answer: asked again before anything is done");
            state = settled(state, now -> !HangCheck.unconfirmed(now).isEmpty(), CONFIRMATION);
        }
        if (isElecting(state)) {
            output.note("no primary: the repmgrds are given time to choose one");
            state = settled(
                    state,
                    SettleWait::isElecting,
                    state.lab().timing().repmgrNotices().plus(ELECTION));
        }
        if (!waitedForSearch && isSearching(state)) {
            output.note("the pgpools are given time to find the primary");
            waitedForSearch = true;
            state = settled(state, SettleWait::isSearching, SEARCH);
        }
        state = settled(state, SettleWait::isElectingHolder, PASSING_ON);
        return settled(state, Dissent::isAnywhere, PASSING_ON);
    }

    /**
     * Waits until standbys whose login was refused stream again. Only then do they know the restored password themselves: repmgr logs in
     * on the standby, too.
     */
    void reconnected() {
        settled(look.get(), SettleWait::isReconnecting, RECONNECTION);
    }

    private static boolean isReconnecting(ClusterState state) {
        return Replication.leadingPrimary(state).stream()
                .anyMatch(primary -> state.postgres().stream()
                        .filter(PostgresNode::isStandby)
                        .filter(seen -> !Replication.isStreaming(state, seen.node()))
                        .anyMatch(seen -> seen.says()
                                .value()
                                .filter(facts -> facts.upstream().isEmpty()
                                        || facts.upstream().equals(primary.name()))
                                .isPresent()));
    }

    private ClusterState settled(ClusterState first, Predicate<ClusterState> unsettled, Duration timeLimit) {
        return unsettled.test(first) ? Await.last(look, unsettled.negate(), timeLimit, Duration.ofMillis(200)) : first;
    }

    /** Whether repmgrds may elect a primary now; a paused repmgrd does not promote. */
    private static boolean isElecting(ClusterState state) {
        return state.primaries().isEmpty()
                && state.postgres().stream()
                                .filter(PostgresNode::isStandby)
                                .filter(seen -> seen.repmgr()
                                        .value()
                                        .filter(RepmgrFacts::mayPromote)
                                        .isPresent())
                                .count()
                        > state.postgres().size() / 2;
    }

    /** Whether pgpools search for the primary; false while a node is frozen, because pgpools then wait until that node is fenced. */
    private static boolean isSearching(ClusterState state) {
        var isFrozen =
                state.postgres().stream().anyMatch(seen -> seen.says().reason().startsWith("no answer"));
        return !state.primaries().isEmpty()
                && !isFrozen
                && state.pools().stream()
                        .anyMatch(pool -> pool.backends().isUnreachable()
                                && !pool.refusesClients()
                                && pool.watchdog().isSeen());
    }

    /** Whether the leader does not hold the VIP yet; it takes the VIP a moment after its election. */
    private static boolean isElectingHolder(ClusterState state) {
        return state.leaders().size() == 1 && !state.vipHolders().equals(state.leaders());
    }
}
