package org.pgpoollab.screen.terminal;

import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Stops this program as ^Z does. It returns when the shell continues the program. */
final class JobControl implements Runnable {

    /**
     * Sends SIGSTOP to the JVM only. SIGTSTP would be ignored, and stopping the whole process group would stop the sending shell
     * too early.
     */
    @Override
    public void run() {
        new ProcessShell()
                .run(Command.of(
                        "sh", "-c", "kill -STOP " + ProcessHandle.current().pid()));
    }
}
