package org.pgpoollab.command;

/** Nobody reads standard output any more, as after {@code | head -1}: whoever writes stops, and nothing is said. */
public final class OutputClosed extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutputClosed() {
        super("nobody reads standard output any more", null, false, false);
    }
}
