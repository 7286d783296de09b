package org.pgpoollab.command;

/** Nobody reads standard output any more, as after {@code | head -1}: whoever writes stops, and nothing is said. */
public final class ReaderGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReaderGone() {
        super("nobody reads standard output any more", null, false, false);
    }
}
