package org.pgpoollab.cluster;

import java.util.List;

/**
 * Under which circumstances a lab was looked at.
 *
 * @param starting whether an {@code up} is just making it: what is missing may still come
 * @param machine how busy this machine was
 * @param others the names of the other labs of this user that run; looked for only where the machine is too busy
 */
public record LookContext(boolean starting, Machine machine, List<String> others) {

    public LookContext {
        others = List.copyOf(others);
    }

    /** No other lab is known. */
    public LookContext(boolean starting, Machine machine) {
        this(starting, machine, List.of());
    }

    /** Nothing is known of them. */
    public static final LookContext NONE = new LookContext(false, Machine.UNKNOWN);
}
