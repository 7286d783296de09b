package org.pgpoollab.topology;

import java.util.List;

/** Free settings laid over the generated files, in the order they were given; a later one wins. */
public record Settings(List<Override> overrides) {

    public static final Settings NONE = new Settings(List.of());

    /**
     * One setting.
     *
     * @param file {@code postgres}, {@code pgpool} or {@code repmgr}
     * @param scope a node's name, or {@code all}
     */
    public record Override(String file, String scope, String name, String value) {}

    public Settings {
        overrides = List.copyOf(overrides);
    }
}
