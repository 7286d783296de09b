package org.pgpoollab.observe;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Determines the active faults of a lab. It observes whether a host is off, frozen or has a full disk, whatever caused it; faults of packets, WAL
 * replay and health checks come from the faults file.
 */
public record ActiveFaults(Lab lab, Engine engine, FaultsFile file) {

    /** Returns what was done to hosts with other tools than this program. */
    public List<HostTrouble> troubles() {
        return lab.nodes().stream()
                .flatMap(node -> engine.trouble(node).stream())
                .toList();
    }

    public Faults now() {
        return now(troubles());
    }

    /** @param troubles what was done to hosts; all processes of a host that is held are paused */
    Faults now(List<HostTrouble> troubles) {
        var held = troubles.stream()
                .filter(trouble -> trouble.kind() == HostTrouble.Kind.HELD)
                .map(HostTrouble::node)
                .toList();
        var noted = file.read();
        return lab.nodes().stream()
                .flatMap(node -> held.contains(node) ? Stream.of(new Pause(node)) : seen(node))
                .reduce(
                        noted.without(fault -> fault.has(FaultKind.Trait.OBSERVED)),
                        (faults, fault) -> isHidden(noted, fault) ? faults.withHidden(fault) : faults.with(fault),
                        (some, others) -> others);
    }

    /** Returns whether what is observed is a hidden fault; one frozen server looks like a frozen host if no other server runs there. */
    private static boolean isHidden(Faults noted, Fault seen) {
        return noted.hidden().stream()
                .filter(fault -> fault.nodes().equals(seen.nodes()))
                .anyMatch(fault -> fault.kind() == seen.kind()
                        || (fault.has(FaultKind.Trait.FREEZES) && seen.has(FaultKind.Trait.FREEZES)));
    }

    private Stream<Fault> seen(Node node) {
        if (!engine.isOn(node)) {
            return Stream.of(new Off(node));
        }
        return Stream.concat(frozen(node), filled(node));
    }

    /** Only the script that fills a disk mounts an overlay there. */
    private Stream<Fault> filled(Node node) {
        return node.isPostgres() && engine.isMounted(node, FilesProbe.WAL, "overlay")
                ? Stream.of(new Fill(node))
                : Stream.of();
    }

    private Stream<Fault> frozen(Node node) {
        var running = servers(node);
        var frozen =
                running.stream().filter(server -> engine.isFrozen(node, server)).toList();
        if (!frozen.isEmpty() && frozen.equals(running)) {
            return Stream.of(new Pause(node));
        }
        return frozen.stream().map(server -> new PauseServer(node, server));
    }

    private List<Server> servers(Node node) {
        return Stream.of(Server.values())
                .filter(server -> server.belongsOn(node))
                .filter(server -> engine.isAlive(node, server))
                .toList();
    }
}
