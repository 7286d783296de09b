package org.pgpoollab.plan.wal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.plan.step.RewindMark;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.repair.OfflineNode;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** A probe that examines nodes that do not answer, by their processes and their files. */
public record OfflineProbe(StepContext context) {

    public Map<Node, OfflineNode> of(ClusterState state) {
        var offline = new HashMap<Node, OfflineNode>();
        state.postgres().stream()
                .filter(seen -> seen.says().isUnreachable())
                .map(PostgresNode::node)
                .forEach(node -> offline.put(node, postgres(node)));
        state.pools().stream()
                .filter(pool -> pool.backends().isUnreachable())
                .forEach(pool -> offline.put(pool.node(), new OfflineNode(lives(pool.node()), true, true, 0)));
        return offline;
    }

    /** Examines every PostgreSQL node that has not answered, including one whose state is unknown because this machine was too busy. */
    public Map<Node, OfflineNode> ofUnseen(ClusterState state) {
        return state.postgres().stream()
                .filter(seen -> !seen.says().isSeen())
                .map(PostgresNode::node)
                .collect(Collectors.toMap(node -> node, this::postgres));
    }

    private boolean lives(Node node) {
        return context.engine().isAlive(node, Server.of(node));
    }

    private OfflineNode postgres(Node node) {
        return ofFiles(RewindMark.of(context, node), lives(node));
    }

    public static OfflineNode ofFiles(RewindMark mark, boolean lives) {
        var data = mark.directory().resolve(mark.data());
        // A copy that was interrupted has no control file, because that is copied last.
        var whole = Files.exists(data.resolve("global/pg_control"));
        return new OfflineNode(
                lives, whole, Files.exists(data.resolve("standby.signal")), timeline(data), mark.isThere());
    }

    /** Returns the node's data directory; for a node with an unfinished rewind, the copy made before the rewind. */
    static Path data(StepContext context, Node node) {
        var mark = RewindMark.of(context, node);
        return mark.directory().resolve(mark.data());
    }

    /** Returns the timeline of the latest WAL file. WAL file names begin with their timeline in hexadecimal. */
    static int timeline(Path data) {
        try (var files = Files.list(data.resolve("pg_wal"))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9A-F]{24}"))
                    .mapToInt(name -> Integer.parseUnsignedInt(name.substring(0, 8), 16))
                    .max()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
