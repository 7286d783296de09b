package org.pgpoollab.observe;

/** A daemon thread that may hang in its probe without keeping the program from ending. */
final class ProbeThread extends Thread {

    ProbeThread(Runnable task) {
        super(task, "probe");
        setDaemon(true);
    }
}
