package org.pgpoollab.engine;

import java.io.OutputStream;

/** A shell that starts no process: a test says what {@link #run} returns. Programs on a terminal are not expected. */
@FunctionalInterface
public interface FakeShell extends Shell {

    @Override
    default int relay(Command command, OutputStream output, OutputStream errors) {
        throw new UnsupportedOperationException(command.shellLine());
    }

    @Override
    default int interact(Command command) {
        throw new UnsupportedOperationException(command.shellLine());
    }
}
