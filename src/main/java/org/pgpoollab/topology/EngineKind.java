package org.pgpoollab.topology;

import java.util.Locale;

/** The kind of engine that creates the hosts of a lab. */
public enum EngineKind {
    NATIVE;

    /** Returns the word for it in lab.yaml and after {@code --engine}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
