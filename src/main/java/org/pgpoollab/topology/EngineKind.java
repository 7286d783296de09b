package org.pgpoollab.topology;

import java.util.Locale;

/** The kind of engine that creates the hosts of a lab. */
public enum EngineKind {
    /** Hosts are Linux namespaces of this machine. */
    NATIVE,
    /** Hosts are containers of Docker. */
    COMPOSE;

    /** Returns the word for it in lab.yaml and after {@code --engine}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
