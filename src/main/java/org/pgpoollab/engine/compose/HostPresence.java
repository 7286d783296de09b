package org.pgpoollab.engine.compose;

import java.util.Optional;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Node;

/** Whether a lab and its hosts are on: the hosts are asked; docker is only where there is no gate to them, because it is slow. */
record HostPresence(HostFacts facts, LabContainers containers) {

    /** Returns whether any container of the lab is on. */
    boolean isRunning() {
        return switch (outcome(Engine.UTILITY)) {
            case ANSWERED, SILENT -> true;
            case OFF, NO_GATE -> containers.isAnyOn();
        };
    }

    boolean isOn(String host) {
        return switch (outcome(host)) {
            case ANSWERED, SILENT -> true;
            case OFF -> false;
            case NO_GATE ->
                containers.recent().stream()
                        .anyMatch(container -> container.host().equals(host) && container.isOn());
        };
    }

    /** Returns whether a host answers, so that programs can be run on it. */
    boolean isReady(String host) {
        return outcome(host) == HostFacts.Outcome.ANSWERED;
    }

    /**
     * Returns what somebody did to the container of a node with docker; empty if it is off or nothing is known.
     */
    Optional<HostTrouble> trouble(Node node) {
        var answer = facts.ask(node.name(), "network");
        return switch (answer.outcome()) {
            case ANSWERED ->
                answer.text().equals("none")
                        ? Optional.of(new HostTrouble(
                                node,
                                HostTrouble.Kind.DISCONNECTED,
                                "its container has no interface to the lab's network: somebody disconnected it"))
                        : Optional.empty();
            case SILENT -> containers.isPaused(node.name()) ? Optional.of(paused(node)) : Optional.empty();
            case OFF, NO_GATE -> Optional.empty();
        };
    }

    private static HostTrouble paused(Node node) {
        return new HostTrouble(node, HostTrouble.Kind.HELD, "its container is paused: somebody typed docker pause");
    }

    HostFacts.Outcome outcome(String host) {
        return facts.ask(host, "ping").outcome();
    }
}
