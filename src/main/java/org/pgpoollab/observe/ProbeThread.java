package org.pgpoollab.observe;

/** A thread that may hang with its probe, and must not keep the program from ending. */
final class ProbeThread extends Thread {

    ProbeThread(Runnable task) {
        super(task, "probe");
        setDaemon(true);
    }
}
