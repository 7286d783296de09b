package org.pgpoollab.save;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.plan.step.FileChanges;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Timing;

/**
 * Stops the processes of PostgreSQL and repmgrd on all nodes at once, by SIGSTOP, while something is done, and lets them go on. What their
 * files then say is what they would say after a power failure, at one moment for all nodes.
 *
 * <p>Each host itself lets them go on after a limit, which is shorter than any health check waits, so that neither a slow disk nor the end
 * of this process makes anybody believe that a server is gone. What was stopped before stays so.
 */
record HeldServers(StepContext context, List<Node> nodes) {

    /** The most that clients are kept waiting. */
    private static final Duration MOST = Duration.ofSeconds(3);

    private static final Duration UNTIL_HELD = Duration.ofSeconds(20);

    /** The file in a node's directory that is there while its servers are stopped. */
    static final String MARK = ".held";

    /**
     * Stops until none runs, because a server may start another process meanwhile. The states of processes are described in proc(5): T is
     * stopped, Z and X have ended.
     */
    private static final String SCRIPT = """
            servers() {
                for process in /proc/[0-9]*; do
                    read -r id name state rest <"$process/stat" || continue
                    case "$name $state" in
                    "(postgres) "[TtZX] | "(repmgrd) "[TtZX]) ;;
                    "(postgres) "* | "(repmgrd) "*) echo "$id" ;;
                    esac
                done 2>/dev/null
            }
            held= rounds=0
            while found=$(servers); [ -n "$found" ] && [ $rounds -lt 50 ]; do
                kill -STOP $found 2>/dev/null
                held="$held $found" rounds=$((rounds + 1))
            done
            : >"$1"
            timeout "$2" sh -c 'while [ -e "$0" ]; do sleep 0.02; done' "$1"
            ended=$?
            [ -z "$held" ] || kill -CONT $held 2>/dev/null
            rm -f "$1"
            [ -z "$found" ] || ended=1
            exit $ended
            """;

    HeldServers {
        nodes = List.copyOf(nodes);
    }

    /**
     * Returns how long servers may be stopped. A health check that has no answer in time asks again after a delay; the second time it must
     * find the server, or, if it asks only once, the first time.
     */
    static Duration limit(Timing timing) {
        if (timing.healthCheckPeriod().isZero() || timing.healthCheckTimeout().isZero()) {
            return MOST;
        }
        var longest = timing.healthCheckMaxRetries() > 0
                ? timing.healthCheckTimeout()
                        .plus(timing.healthCheckRetryDelay().dividedBy(2))
                : timing.healthCheckTimeout().multipliedBy(3).dividedBy(4);
        return longest.compareTo(MOST) < 0 ? longest : MOST;
    }

    Duration limit() {
        return limit(context.lab().timing());
    }

    /**
     * Does something while the servers are stopped.
     *
     * @return whether they stayed so until it was done
     * @throws LabException if the servers of a node could not be stopped, or of what was done
     */
    boolean during(Runnable work) {
        if (nodes.isEmpty()) {
            work.run();
            return true;
        }
        remove(nodes);
        var threads = Executors.newFixedThreadPool(nodes.size(), task -> {
            var thread = new Thread(task, "hold");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return during(work, threads);
        } finally {
            threads.shutdown();
        }
    }

    private boolean during(Runnable work, ExecutorService threads) {
        var holds = new ArrayList<Future<Shell.Ended>>();
        try {
            nodes.forEach(node -> holds.add(threads.submit(() -> hold(node))));
            awaitHeld(holds);
            work.run();
        } finally {
            Await.undisturbed(() -> remove(nodes));
        }
        return holds.stream().map(HeldServers::ended).allMatch(Shell.Ended::succeeded);
    }

    private Shell.Ended hold(Node node) {
        var seconds = limit().toMillis() / 1000.0;
        return context.run(
                node,
                Account.ROOT,
                Command.of("sh", "-c", SCRIPT, "sh", "/run/lab/" + MARK, String.valueOf(seconds))
                        .within(UNTIL_HELD.plus(limit())));
    }

    private void awaitHeld(List<Future<Shell.Ended>> holds) {
        Await.until(
                () -> nodes.stream().map(this::mark).allMatch(Files::exists)
                        || holds.stream().anyMatch(Future::isDone),
                UNTIL_HELD);
        holds.stream().filter(Future::isDone).map(HeldServers::ended).forEach(ended -> {
            throw LabException.failed("the servers cannot be stopped for a moment", ended.lastWords(), "status");
        });
    }

    private static Shell.Ended ended(Future<Shell.Ended> hold) {
        try {
            return hold.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        }
    }

    private void remove(List<Node> held) {
        held.forEach(node -> FileChanges.change(
                "the servers of " + node + " go on only after " + limit().toMillis() + " ms",
                () -> Files.deleteIfExists(mark(node))));
    }

    private Path mark(Node node) {
        return context.engine().directory(node).resolve(MARK);
    }
}
