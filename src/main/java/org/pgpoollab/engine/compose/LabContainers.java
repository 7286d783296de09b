package org.pgpoollab.engine.compose;

import java.time.Duration;
import java.util.List;
import org.pgpoollab.LabException;

/**
 * The containers of a lab as docker lists them. Listing them costs a process of some tens of milliseconds, so those who ask all the time,
 * while there is no gate, get an answer that may be some seconds old. Safe for use by several threads.
 */
final class LabContainers {

    private static final Duration REST = Duration.ofSeconds(2);

    private final Docker docker;
    private final ContainerNames names;
    private List<Docker.Container> last = List.of();
    private boolean known;
    private long listedNanos;

    LabContainers(Docker docker, ContainerNames names) {
        this.docker = docker;
        this.names = names;
    }

    /** Returns all containers of the lab, whatever their state. */
    synchronized List<Docker.Container> now() {
        last = docker.containers(names.filter());
        known = true;
        listedNanos = System.nanoTime();
        return last;
    }

    /** Returns the containers as they were within the last seconds; none if docker cannot be asked. */
    synchronized List<Docker.Container> recent() {
        if (known && System.nanoTime() - listedNanos < REST.toNanos()) {
            return last;
        }
        try {
            return now();
        } catch (LabException noDocker) {
            last = List.of();
            known = true;
            listedNanos = System.nanoTime();
            return last;
        }
    }

    boolean isAnyOn() {
        return recent().stream().anyMatch(Docker.Container::isOn);
    }

    boolean isPaused(String host) {
        return recent().stream()
                .anyMatch(container ->
                        container.host().equals(host) && container.state().equals("paused"));
    }

    /** Forgets what is known, because this process changes the containers. */
    synchronized void changed() {
        known = false;
    }
}
