package org.pgpoollab.screen.terminal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** A feed whose reports a test triggers, on the test's thread. */
final class FakeLabFeed implements LabFeed {

    /** The facts from files. A caller waits until they are set. */
    final CompletableFuture<Particulars> particulars = new CompletableFuture<>();

    /** The log lines of each event. */
    final List<LogLine> logLines = new CopyOnWriteArrayList<>();

    private final CompletableFuture<FeedListener> feedListener = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<ClusterState> first = Optional.empty();

    /** Makes the lab run from the beginning. */
    FakeLabFeed running(ClusterState state) {
        first = Optional.of(state);
        return this;
    }

    void show(ClusterState state) {
        first = Optional.of(state);
        feedListener().running(state);
    }

    /** Reports a state that makes the receiver throw. */
    void showNonsense() {
        feedListener().running(null);
    }

    void tell(Event... events) {
        feedListener().events(List.of(events));
    }

    void takeDown() {
        first = Optional.empty();
        feedListener().notRunning(lab());
    }

    /** Returns the listener of the screen that watches; waits for it. */
    private FeedListener feedListener() {
        return feedListener.orTimeout(30, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    private static Lab lab() {
        return Given.lab(3, 3);
    }

    @Override
    public Lab lab(ProgramOptions options) {
        return first.map(ClusterState::lab).orElse(lab());
    }

    @Override
    public boolean isRunning(ProgramOptions options) {
        return first.isPresent();
    }

    @Override
    public AutoCloseable watch(ProgramOptions options, FeedListener listener) {
        first.ifPresentOrElse(listener::running, () -> listener.notRunning(lab()));
        feedListener.complete(listener);
        return closed::countDown;
    }

    @Override
    public Particulars particulars(ProgramOptions options, Node node) {
        try {
            return particulars.join();
        } catch (CompletionException unread) {
            throw (RuntimeException) unread.getCause();
        }
    }

    @Override
    public List<LogLine> logLines(ProgramOptions options, Event event) {
        return List.copyOf(logLines);
    }
}
