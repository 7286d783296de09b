package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.report.PoolNodesReport;
import org.pgpoollab.report.PoolNodesSideBySide;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.NodeArguments;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.NodeNames;
import org.pgpoollab.topology.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        description = {
            "Shows what a pgpool believes of every backend.",
            "It asks the pgpool that holds the VIP; --on asks another one, --all shows all of them side by side."
        })
@CommandHelp(
        examples = {"pool_nodes", "pool_nodes --on pgpool-1", "pool_nodes --all --output json"},
        byHand = {"psql -h pgpool -U admin -c 'show pool_nodes'    (on any node)"})
public final class PoolNodes implements LabCommand {

    @Option(
            names = "--on",
            paramLabel = "POOL",
            completionCandidates = NodeNames.OnePool.class,
            description = "The pgpool to ask.")
    private String on = "";

    @Option(names = "--all", description = "Shows every pgpool, side by side.")
    private boolean all;

    @Override
    public Exit run(CommandContext context) {
        if (all && !on.isEmpty()) {
            throw LabException.usage(
                    "pool_nodes got both --on and --all", "one asks one pgpool, the other all", "pool_nodes --all");
        }
        var session = context.session();
        if (all) {
            return context.show(new PoolNodesSideBySide(session.look()));
        }
        if (!on.isEmpty()) {
            var pool = pool(session);
            return context.show(new PoolNodesReport(session.lookAtPool(Optional.of(pool)), pool));
        }
        var vip = session.lookAtPool(Optional.empty());
        var state = vip.vipHolders().isEmpty() ? session.look() : vip;
        return context.show(new PoolNodesReport(state, onlyHolder(state)));
    }

    private static Node onlyHolder(ClusterState state) {
        var holders = state.vipHolders();
        if (holders.size() == 1) {
            return holders.get(0);
        }
        var pools = state.lab().pgpoolNodes();
        throw LabException.failed(
                holders.isEmpty()
                        ? "nobody holds the VIP, so no pgpool answers there"
                        : StateText.list(holders) + " hold the VIP, so it is not known which of them answers there",
                StateText.of(state, pools),
                pools.stream()
                        .filter(pool -> state.pool(pool).backends().isSeen())
                        .map(pool -> "pool_nodes --on " + pool)
                        .findFirst()
                        .orElse("status"));
    }

    private Node pool(LabSession session) {
        var node = NodeArguments.of(session, on);
        if (!node.isPgpool()) {
            throw LabException.usage(
                    node + " cannot be asked for pool_nodes",
                    "it is a PostgreSQL node",
                    "pool_nodes --on " + pools(session));
        }
        return node;
    }

    private static String pools(LabSession session) {
        return String.join(
                "|", session.lab().pgpoolNodes().stream().map(Node::name).toList());
    }
}
