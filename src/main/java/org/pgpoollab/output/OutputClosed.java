package org.pgpoollab.output;

/** Thrown when the reader of standard output is gone, as after {@code | head -1}; the command then ends silently. */
public final class OutputClosed extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutputClosed() {
        super("nobody reads standard output any more", null, false, false);
    }
}
