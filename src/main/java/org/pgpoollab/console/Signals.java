package org.pgpoollab.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pgpoollab.Exit;
import org.pgpoollab.command.Interruption;

/**
 * Brings ^C to the command that runs. A second ^C, or one when no command runs, ends the program at once. Being told to end (SIGTERM,
 * SIGHUP) interrupts the command too, and gives it {@link #SECONDS_TO_END} to leave things in order.
 */
public final class Signals {

    private static final int SECONDS_TO_END = 20;

    /** What the shell makes of SIGTERM, and Java too: 128 and the number of the signal. */
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
            // Somebody ended the program while it began: nothing was done yet that has to be left in order.
            Runtime.getRuntime().halt(TERMINATED);
        }
    }

    /** The commands have ended and all was written: nothing needs to be waited for. */
    public void ended() {
        ended.countDown();
    }

    private void awaitEnd(Interruption interruption) {
        if (ended.getCount() == 0) {
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
