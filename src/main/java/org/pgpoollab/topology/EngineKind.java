package org.pgpoollab.topology;

import java.util.Locale;

/** What a lab's nodes are made of. */
public enum EngineKind {
    NATIVE;

    /** As it is written in lab.yaml and after {@code --engine}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
