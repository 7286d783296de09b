package org.pgpoollab.engine.compose;

import org.pgpoollab.engine.Engine;

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

    HostFacts.Outcome outcome(String host) {
        return facts.ask(host, "ping").outcome();
    }
}
