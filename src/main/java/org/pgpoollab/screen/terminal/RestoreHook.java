package org.pgpoollab.screen.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Restores the terminal if the process is ended while a full screen is shown. */
final class RestoreHook {

    private final Thread hook;

    /** @param fall restores the terminal, which it is given as a stream, without JLine: its own hook may have closed it already */
    RestoreHook(Consumer<OutputStream> fall) {
        hook = new Thread(() -> restore(fall), "restore");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void restore(Consumer<OutputStream> fall) {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            fall.accept(out);
        } catch (IOException e) {
            // The terminal is gone.
        }
        TerminalSettings.restore(System.getenv());
    }

    /** Ends it: the terminal is as it was before. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook runs and has nothing to do.
        }
    }
}
