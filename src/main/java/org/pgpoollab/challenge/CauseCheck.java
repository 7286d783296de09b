package org.pgpoollab.challenge;

import java.time.Duration;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Cut;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.fault.Fault.Slow;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.topology.Node;

/** Finds out on the nodes whether a cause is still there, whatever the student has typed. */
record CauseCheck(LabSession session, ClusterState state) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    boolean isThere(Cause cause) {
        return cause.kind().changes().stream().anyMatch(change -> isThere(cause, change));
    }

    private boolean isThere(Cause cause, Change change) {
        if (change instanceof Change.Inject inject) {
            return isThere(ChallengePlanner.fault(cause, inject));
        }
        if (change instanceof Change.Kill kill) {
            return !session.engine().isAlive(cause.cast().node(kill.place()), kill.server());
        }
        if (change instanceof Change.Run run && !run.present().isEmpty()) {
            return holds(
                    cause.cast().node(run.place()), run.account(), cause.cast().fill(run.present(), cause.lab()));
        }
        return false;
    }

    /** Returns whether a fault is still hidden, and has its effect: it may have been removed by hand. */
    private boolean isThere(Fault fault) {
        if (!state.faults().hidden().contains(fault)) {
            return false;
        }
        if (fault instanceof Lag lag) {
            return holds(
                    lag.node(),
                    Account.POSTGRES,
                    "psql -XAtqw -h /run/postgresql -U postgres -d postgres -c 'select pg_is_wal_replay_paused()' | grep -q t");
        }
        if (fault instanceof Lie lie) {
            return holds(lie.pool(), Account.ROOT, "grep -q down /run/lab/backend_down_request");
        }
        if (fault instanceof Slow slow) {
            return slow.from().stream()
                    .anyMatch(node -> holds(node, Account.ROOT, "tc qdisc show dev eth0 | grep -q netem"));
        }
        if (fault instanceof Cut cut) {
            return cut.to().stream().anyMatch(this::losesPackets);
        }
        return !(fault instanceof Isolate isolate) || losesPackets(isolate.node());
    }

    private boolean losesPackets(Node node) {
        return holds(node, Account.ROOT, "ip rule show | grep -q blackhole");
    }

    private boolean holds(Node node, Account account, String line) {
        if (!session.engine().isOn(node)) {
            return false;
        }
        var command = session.on(node, account, Command.of("sh", "-c", line));
        return session.shell().run(command.within(LIMIT)).succeeded();
    }
}
