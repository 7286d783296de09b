package org.pgpoollab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.PostgresFacts;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.repair.OnlyThere;
import org.pgpoollab.repair.TimelineHistory;
import org.pgpoollab.topology.Node;

/** Counts what only one node has, from its WAL files, whether it runs or not. */
record Count(Workshop workshop, ClusterState state) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    OnlyThere onlyOn(Node node, Node primary) {
        var timeline = timeline(node);
        return history(node, timeline)
                .fork(history(primary, timeline(primary)))
                .map(fork -> since(fork, node, timeline))
                .orElse(OnlyThere.NOTHING);
    }

    private int timeline(Node node) {
        return state.postgres(node)
                .says()
                .value()
                .map(PostgresFacts::timeline)
                .orElseGet(() -> Survey.timeline(Survey.data(workshop, node)));
    }

    private TimelineHistory history(Node node, int timeline) {
        var file = Survey.data(workshop, node).resolve(String.format("pg_wal/%08X.history", timeline));
        try {
            return TimelineHistory.of(timeline, Files.readString(file));
        } catch (IOException firstTimelineHasNone) {
            return TimelineHistory.of(timeline, "");
        }
    }

    /** From the utility host, which sees the files of all nodes: a node's own host may be off. */
    private OnlyThere since(Lsn fork, Node node, int timeline) {
        var dump = workshop.binaries().postgres("pg_waldump") + " -p /run/lab/" + node + "/data/pg_wal -t " + timeline
                + " -s " + fork + " 2>/dev/null"
                + " | awk '/Transaction .*desc: COMMIT/ {n++} {last = $0} END {print n + 0; print last}'";
        var command = workshop.engine()
                .on(Engine.UTILITY, Account.ROOT, Command.of("sh", "-c", dump).within(LIMIT));
        return OnlyThere.parse(workshop.shell().run(command).output(), fork);
    }
}
