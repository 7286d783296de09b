package org.pgpoollab.engine;

import org.pgpoollab.engine.compose.ContainerLines;
import org.pgpoollab.engine.nativelab.NamespaceLines;
import org.pgpoollab.topology.Lab;

/** Chooses the shell lines for the engine of a lab. */
public final class HostLinesByEngine {

    private HostLinesByEngine() {}

    public static HostLines of(Lab lab) {
        return switch (lab.engine()) {
            case NATIVE -> new NamespaceLines();
            case COMPOSE -> new ContainerLines(lab);
        };
    }
}
