package org.pgpoollab.observe;

/** A question that ends when its thread is interrupted, as one does that waits for a program. */
final class Interruptible<T> implements Probe<T> {

    private final Probe<T> question;
    private Thread asker;

    Interruptible(Probe<T> question) {
        this.question = question;
    }

    @Override
    public T answer() throws Exception {
        asks(Thread.currentThread());
        try {
            return question.answer();
        } finally {
            asks(null);
        }
    }

    private synchronized void asks(Thread thread) {
        asker = thread;
    }

    @Override
    public synchronized void abandon() {
        if (asker != null) {
            asker.interrupt();
        }
    }
}
