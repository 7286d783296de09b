package org.pgpoollab.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pgpoollab.Exit;
import org.pgpoollab.session.Interruption;

/**
 * Passes signals to the running command. A second ^C, or one while no command runs, ends the program at once. SIGTERM and SIGHUP
 * interrupt the command too, and give it {@link #SECONDS_TO_END} seconds to clean up; while a script has no next line they end the program
 * at once.
 */
public final class Signals {

    private static final int SECONDS_TO_END = 20;

    /** The exit status of a process that SIGTERM ended, in a shell and in Java: 128 plus the signal number. */
    private static final int TERMINATED = 143;

    private final CountDownLatch ended = new CountDownLatch(1);

    private Signals() {}

    public static Signals leadTo(Interruption interruption) {
        var signals = new Signals();
        org.jline.utils.Signals.register("INT", () -> {
            if (!interruption.signal()) {
                Runtime.getRuntime().halt(Exit.INTERRUPTED.status());
            }
        });
        atEnd(() -> signals.awaitEnd(interruption));
        return signals;
    }

    private static void atEnd(Runnable task) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(task, "end"));
        } catch (IllegalStateException ended) {
            // The program was ended while it started: nothing needs to be cleaned up yet.
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    /** Notes that all commands have ended and all output was written, so that a shutdown need not wait. */
    public void ended() {
        ended.countDown();
    }

    private void awaitEnd(Interruption interruption) {
        if (ended.getCount() == 0 || interruption.readsInput()) {
            return;
        }
        interruption.signal();
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
