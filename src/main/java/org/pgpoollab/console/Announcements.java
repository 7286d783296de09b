package org.pgpoollab.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines that tell of something that happened while the user types or a command runs. They are shown above the line that is being typed; while
 * a command runs they wait until it has ended, so that they do not stand within its output. Safe for use by several threads.
 */
final class Announcements {

    private final Consumer<String> above;
    private final List<String> waiting = new ArrayList<>();
    private boolean holds;

    /** @param above prints a line above the one that is being typed */
    Announcements(Consumer<String> above) {
        this.above = above;
    }

    synchronized void tell(String line) {
        if (holds) {
            waiting.add(line);
        } else {
            above.accept(line);
        }
    }

    /** Keeps lines back from now on. */
    synchronized void hold() {
        holds = true;
    }

    /** Shows the lines that were kept back. */
    synchronized void release() {
        holds = false;
        waiting.forEach(above);
        waiting.clear();
    }
}
