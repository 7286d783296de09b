package org.pgpoollab.cluster;

/**
 * Under which circumstances a lab was looked at.
 *
 * @param starting whether an {@code up} is just making it: what is missing may still come
 * @param machine how busy this machine was
 */
public record LookContext(boolean starting, Machine machine) {

    /** Nothing is known of them. */
    public static final LookContext NONE = new LookContext(false, Machine.UNKNOWN);
}
