package org.pgpoollab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
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

    /** Says nothing if pg_waldump could read no record, and not because there is none: it ends with an error in any case. */
    private static final String TALLY =
            "/^pg_waldump:/ {trouble = $0; next} /Transaction .*desc: COMMIT/ {n++} {last = $0}"
                    + " END {if (last == \"\" && trouble !~ /valid record/) exit; print n + 0; print last}";

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

    /**
     * From the utility host, which sees the files of all nodes: a node's own host may be off. The first segment is named, for else
     * pg_waldump takes any one to learn how large segments are, and fails at one that waits empty to be written.
     */
    private OnlyThere since(Lsn fork, Node node, int timeline) {
        var segment = segment(fork, node, timeline);
        if (segment.isEmpty()) {
            return OnlyThere.uncounted(fork);
        }
        var dump = workshop.binaries().postgres("pg_waldump") + " -s " + fork + " /run/lab/" + node + "/data/pg_wal/"
                + segment.get() + " 2>&1 | awk '" + TALLY + "'";
        var command = workshop.engine()
                .on(Engine.UTILITY, Account.ROOT, Command.of("sh", "-c", dump).within(LIMIT));
        return OnlyThere.parse(workshop.shell().run(command).output(), fork);
    }

    /** The name of the node's WAL segment that a position lies in; empty if it is not there any more. */
    private Optional<String> segment(Lsn at, Node node, int timeline) {
        var wal = Survey.data(workshop, node).resolve("pg_wal");
        try (var files = Files.list(wal)) {
            var sizes = files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .mapToLong(file -> file.toFile().length())
                    .max();
            return sizes.stream()
                    .mapToObj(size -> at.segment(timeline, size))
                    .filter(name -> Files.exists(wal.resolve(name)))
                    .findFirst();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
