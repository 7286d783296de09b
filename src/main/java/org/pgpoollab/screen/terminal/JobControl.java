package org.pgpoollab.screen.terminal;

import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Stops this program as ^Z does; it returns when the shell has the program go on. */
final class JobControl implements Runnable {

    /**
     * Signals the JVM alone: a TSTP would be ignored, and a stop of the whole group would stop whoever sends it before it is sent.
     */
    @Override
    public void run() {
        new ProcessShell()
                .run(Command.of(
                        "sh", "-c", "kill -STOP " + ProcessHandle.current().pid()));
    }
}
