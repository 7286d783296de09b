package org.pgpoollab.output;

/** The output format of results and problems. */
public enum Format {
    /** Text for people. */
    TEXT,
    /** JSON for programs: one value for each result on standard output, {@code {"problems":[…]}} on standard error. */
    JSON
}
