package org.pgpoollab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.journal.JournalSilence;
import org.pgpoollab.observe.LabWatch;
import org.pgpoollab.observe.PollIntervals;
import org.pgpoollab.observe.Poller;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.screen.overlay.TextDiff;
import org.pgpoollab.screen.terminal.LabFeed;
import org.pgpoollab.serverlog.EventLogLines;
import org.pgpoollab.serverlog.LabLogs;
import org.pgpoollab.serverlog.LastLines;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** Feeds the screen with snapshots, events, load status, logs and changed files of real labs. */
final class LiveLabFeed implements LabFeed {

    private static final int LOG_LINES = 12;

    private final LabRegistry labs;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Shell shell = new ProcessShell();

    LiveLabFeed(LabRegistry labs, Map<String, String> environment, Clock clock) {
        this.labs = labs;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Lab lab(ProgramOptions options) {
        return labs.meant(options);
    }

    @Override
    public boolean isRunning(ProgramOptions options) {
        return parts(lab(options)).engine().isRunning();
    }

    @Override
    public AutoCloseable watch(ProgramOptions options, FeedListener feedListener) {
        var chronicler = new EventRecorder(labs.home(), clock, feedListener::events);
        var statusPoller = new LoadStatusPoller(labs.home(), feedListener::loadStatus);
        var watch = new LabWatch(
                () -> lab(options), lab -> parts(lab).engine(), this::open, LabWatch.USUAL_PAUSE, status -> {
                    chronicler.accept(status);
                    statusPoller.follow(status.lab());
                    status.state().ifPresentOrElse(feedListener::running, () -> feedListener.notRunning(status.lab()));
                });
        return () -> {
            watch.close();
            chronicler.close();
            statusPoller.close();
        };
    }

    /** Opens a poller; empty while the binaries are missing, because they may just be downloaded. */
    private Optional<WatchHandle> open(Lab lab, Engine engine, Consumer<ClusterState> listener) {
        var parts = parts(lab);
        return parts.known()
                .map(known -> new Poller(
                        lab,
                        engine,
                        labs.home().lab(lab.name()),
                        parts.pcpTools(),
                        new JournalSilence(labs.home().lab(lab.name())),
                        clock,
                        PollIntervals.USUAL,
                        listener));
    }

    private LabComponents parts(Lab lab) {
        return new LabComponents(
                lab, labs.home().lab(lab.name()), environment, shell, () -> FetchPolicy.USUAL, line -> {});
    }

    @Override
    public Particulars particulars(ProgramOptions options, Node node) {
        var lab = lab(options);
        var directory = labs.home().lab(lab.name());
        return new Particulars(
                LastLines.of(new LabLogs(directory), node, LOG_LINES), differences(lab, node, directory.root()));
    }

    @Override
    public List<LogLine> logLines(ProgramOptions options, Event event) {
        var lab = lab(options);
        return EventLogLines.of(event, lab.nodes(), new LabLogs(labs.home().lab(lab.name())));
    }

    private List<String> differences(Lab lab, Node node, Path root) {
        try {
            return parts(lab).files().stream()
                    .filter(file -> file.path().startsWith(node.name() + "/"))
                    .flatMap(file -> differences(file, root).stream())
                    .toList();
        } catch (LabException e) {
            return e.problems().stream()
                    .map(problem -> "not known: " + problem.what())
                    .toList();
        }
    }

    private static List<String> differences(GeneratedFile file, Path root) {
        try {
            return TextDiff.ofFile(file, Files.readString(root.resolve(file.path())));
        } catch (IOException e) {
            return List.of(file.path() + " cannot be read");
        }
    }
}
