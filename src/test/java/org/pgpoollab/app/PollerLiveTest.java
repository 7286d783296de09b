package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PostgresNode;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.engine.Await;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.observe.LabStatus;
import org.pgpoollab.observe.LabWatch;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Measures on a real lab, watched from before its start until after its end, how soon the poller reports a fault after its first sign. */
@Tag("live")
@Tag("alone")
class PollerLiveTest {

    private static final Duration SOON = Duration.ofSeconds(1);
    /**
     * The limit for a hanging PostgreSQL. It is noticed when the watcher renews its session, each second, and after the deadline of 2
     * s. Both count only while the watcher had a processor; after 15 s the hang is reported in any case.
     */
    private static final Duration HANG = Duration.ofSeconds(17);

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path state;

    private final ProcessShell shell = new ProcessShell();
    private volatile Optional<LabStatus> status = Optional.empty();
    private Program program;
    private LabWatch watch;

    @BeforeEach
    void watchWhatIsNotThereYet() {
        program = Live.program(state);
        watch = new LabWatch(
                this::lab,
                this::engine,
                (lab, engine, listener) -> Files.exists(directory().resolve(".binaries"))
                        ? Optional.of(Watchers.on(lab, directory(), engine, listener))
                        : Optional.empty(),
                LabWatch.USUAL_PAUSE,
                seen -> status = Optional.of(seen));
    }

    @AfterEach
    void nothingIsLeft() {
        if (watch != null) {
            watch.close();
        }
        Live.leaveNothing(program);
    }

    private Path directory() {
        return state.resolve("pgpool-lab/default");
    }

    private Lab lab() {
        var file = directory().resolve("lab.yaml");
        return Files.exists(file)
                ? LabFile.read(file, LabOptions.NONE).lab()
                : LabFile.withoutFile(LabOptions.NONE).lab();
    }

    private Engine engine(Lab lab) {
        return new NativeEngine(
                lab,
                directory(),
                shell,
                () -> Binaries.read(directory().resolve(".binaries")).ofHosts());
    }

    @Test
    void faultsAreToldWithinASecondOfTheirFirstSign() {
        program.run("up").mustBe(0);
        var engine = engine(lab());
        told("a healthy lab", LONG, now -> Diagnosis.of(now).errors().isEmpty());

        var standby = node("pg-2");
        program.run("stop", "pg-2").mustBe(0);
        told("stop", SOON, now -> says(now, standby).says().isUnreachable());
        told("stop, as the primary sees it", SOON, now -> standbys(now) == 1);
        program.run("start", "pg-2").mustBe(0);
        told("start", SOON, now -> says(now, standby).isStandby());
        told("start, as the primary sees it", SOON, now -> standbys(now) == 2);

        var main = "$(head -n 1 /run/lab/data/postmaster.pid)";
        program.run("exec", "pg-2", "--", "sh", "-c", "kill -9 " + main).mustBe(0);
        sign(() -> !engine.isAlive(standby, Server.POSTGRES));
        told("kill", SOON, now -> says(now, standby).says().isUnreachable());

        var other = node("pg-1");
        program.run("exec", "pg-1", "--", "sh", "-c", "kill -STOP " + main).mustBe(0);
        var silent = told("hang", HANG, now -> says(now, other).says().isUnreachable());
        var reason = says(silent, other).says().reason();
        assertTrue(reason.startsWith("no answer within") || reason.contains("too busy"), reason);
        assertTrue(silent.pools().stream().allMatch(pool -> pool.backends().isSeen()), silent.toString());
        program.run("exec", "pg-1", "--", "sh", "-c", "kill -CONT " + main).mustBe(0);
        told("end of the hang", SOON, now -> says(now, other).isStandby());

        var holder = told("VIP", SOON, now -> now.vipHolders().size() == 1)
                .vipHolders()
                .get(0);
        program.run("stop", holder.name()).mustBe(0);
        told("stop of a pgpool", SOON, now -> now.pool(holder).backends().isUnreachable());
        sign(() -> lab().pgpoolNodes().stream().anyMatch(node -> !node.equals(holder) && hasVip(engine, node)));
        told(
                "move of the VIP",
                SOON,
                now -> now.vipHolders().size() == 1 && !now.pool(holder).hasVip());

        program.run("down", "--yes").mustBe(0);
        sign(() -> status.flatMap(LabStatus::state).isEmpty());
        assertEquals(List.of(), openFiles());
    }

    private boolean hasVip(Engine engine, Node node) {
        return engine.hasAddress(node, lab().addresses().vip()).orElse(false);
    }

    private static void sign(BooleanSupplier sign) {
        assertTrue(Await.until(sign, LONG), "there was no sign");
    }

    /** Waits until the watcher reports it; the first sign has occurred already. */
    private ClusterState told(String what, Duration limit, Predicate<ClusterState> wanted) {
        var began = System.nanoTime();
        assertTrue(
                Await.until(
                        () -> status.flatMap(LabStatus::state).filter(wanted).isPresent(), limit),
                () -> what + " was not told within " + limit.toMillis() + " ms: " + status);
        var state = status.flatMap(LabStatus::state).orElseThrow();
        System.out.printf("told after %d ms: %s%n", (System.nanoTime() - began) / 1_000_000, what);
        return state;
    }

    private static Node node(String name) {
        return Node.parse(name).orElseThrow();
    }

    private static PostgresNode says(ClusterState state, Node node) {
        return state.postgres(node);
    }

    private static int standbys(ClusterState state) {
        return state.postgres(node("pg-0"))
                .says()
                .value()
                .map(facts -> facts.standbys().size())
                .orElse(-1);
    }

    /** The files in the lab's directory that this process has open. */
    private List<String> openFiles() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .map(PollerLiveTest::target)
                    .filter(target -> target.startsWith(directory().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
