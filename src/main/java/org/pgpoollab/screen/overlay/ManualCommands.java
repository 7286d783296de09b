package org.pgpoollab.screen.overlay;

import java.util.List;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** The commands that inspect a node by hand: each as typed at the prompt and as the plain shell command that does the same. */
record ManualCommands(ClusterState state, Node node) {

    private static final String REPMGR = "repmgr -f /run/lab/repmgr.conf ";

    /**
     * One command.
     *
     * @param typed the command at this program's prompt
     * @param plain the same in a shell with PostgreSQL's clients, or on the node; empty if {@code typed} contains the plain command
     */
    record Look(String typed, String plain) {}

    List<Look> all() {
        return node.isPostgres() ? ofPostgres() : ofPool();
    }

    private List<Look> ofPostgres() {
        var view = state.postgres(node).isPrimary() ? "pg_stat_replication" : "pg_stat_wal_receiver";
        return List.of(
                psql("select pg_is_in_recovery()"),
                psql("select * from " + view),
                pcp("node_info", "-n " + node.index()),
                onNode(REPMGR + "node status"),
                onNode(REPMGR + "cluster show"),
                new Look("logs " + node + " -f", "tail -f /run/lab/postgresql.log /run/lab/repmgr.log"),
                new Look("exec " + node, ""));
    }

    private List<Look> ofPool() {
        return List.of(
                psql("show pool_nodes"),
                psql("show pool_processes"),
                onNode("pcp_watchdog_info -h localhost " + pcpLogin() + " -v"),
                onNode("ip address"),
                new Look("logs " + node + " -f", "tail -f /run/lab/pgpool.log"),
                new Look("exec " + node, ""));
    }

    private Look psql(String statement) {
        return new Look("psql --on " + node + " \"" + statement + "\"", "psql -h " + node + " -c '" + statement + "'");
    }

    private Look pcp(String tool, String options) {
        return new Look(
                "pcp " + tool + " " + options,
                "pcp_" + tool + " -h " + Lab.VIP_NAME + " " + pcpLogin() + " " + options);
    }

    /**
     * Returns the connection options of the pcp tools, which would otherwise use the shell's user. The password is in the file that
     * each node and client has.
     */
    private String pcpLogin() {
        return "-p " + Lab.PCP_PORT + " -U " + state.lab().credentials().user() + " -w";
    }

    private Look onNode(String line) {
        return new Look("exec " + node + " -- " + line, "");
    }
}
