package org.pgpoollab.command;

/** For whom results and problems are written. */
public enum Format {
    /** For people. */
    TEXT,
    /** For programs: one JSON value a result on standard output, {@code {"problems":[…]}} on standard error. */
    JSON
}
