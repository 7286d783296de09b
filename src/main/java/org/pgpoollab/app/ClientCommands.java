package org.pgpoollab.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Builds the command lines of PostgreSQL's and Pgpool-II's client programs for a running lab, without a password in their arguments. */
record ClientCommands(Lab lab, LabComponents parts) {

    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    /** @param node the node to which psql connects; empty for the holder of the virtual IP */
    Command psql(Optional<Node> node, List<String> arguments) {
        var clients = parts.engine().clients();
        var user = lab.credentials().user();
        var where = node.map(this::server).orElseGet(clients::vip);
        var words = new ArrayList<>(List.of(
                parts.binaries().postgres("psql").toString(),
                "-h",
                where.host(),
                "-p",
                String.valueOf(where.port()),
                "-U",
                user,
                "-d",
                user));
        words.addAll(arguments);
        return clients.on(Command.of(words)
                .within(LONGEST_SESSION)
                .with("PGPASSFILE", clients.files() + "/.pgpass")
                .with("PGCONNECT_TIMEOUT", "10"));
    }

    private Endpoint server(Node node) {
        return parts.engine()
                .endpoint(node, Server.of(node).socketDirectory(), Lab.POSTGRES_PORT)
                .orElseThrow(() -> LabException.failed(node + " cannot be asked", "its host is off", "start " + node));
    }

    /** @param tool a program such as {@code pcp_node_info}; it asks the holder of the virtual IP, unless its arguments name a host */
    Command pcp(String tool, List<String> arguments) {
        var programs = parts.all();
        var asked = asked(arguments).filter(programs.own()::containsKey).filter(parts.engine()::isOn);
        var words = new ArrayList<String>();
        words.add(asked.map(programs::of).orElseGet(programs::usual).pcp(tool).toString());
        if (arguments.stream().noneMatch(word -> word.equals("-h") || word.startsWith("--host"))) {
            words.addAll(List.of("-h", Lab.VIP_NAME));
        }
        words.addAll(List.of(
                "-p", String.valueOf(Lab.PCP_PORT), "-U", lab.credentials().user(), "-w"));
        words.addAll(arguments);
        var passwords = Engine.NODE_DIRECTORY + (asked.isPresent() ? "/.pcppass" : "/client/.pcppass");
        var host = asked.map(Node::name).orElse(Engine.UTILITY);
        return parts.engine().on(host, Account.ROOT, Command.of(words).with("PCPPASSFILE", passwords));
    }

    /**
     * Returns the pgpool that is asked. If it has a version of its own, the tool must be of that version, too, which is only on its host: what
     * pcp_proc_info gets of a newer pgpool, an older one shows in wrong columns.
     */
    private Optional<Node> asked(List<String> arguments) {
        var place = arguments.indexOf("-h");
        if (place >= 0 && place + 1 < arguments.size()) {
            return lab.named(arguments.get(place + 1));
        }
        var vip = lab.addresses().vip();
        return arguments.stream().anyMatch(word -> word.startsWith("--host"))
                ? Optional.empty()
                : lab.pgpoolNodes().stream()
                        .filter(node -> parts.engine().hasAddress(node, vip).orElse(false))
                        .findFirst();
    }
}
