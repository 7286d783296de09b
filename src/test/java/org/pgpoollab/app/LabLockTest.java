package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.StateHome;

/**
 * Checks that one command at a time changes a lab, that others learn which one, and that the lock is free again however that command
 * ended.
 */
class LabLockTest {

    private static final long THIS = ProcessHandle.current().pid();

    @TempDir
    private Path state;

    private StateHome home(Path labs, String cache) {
        return new StateHome(labs, state.resolve(cache));
    }

    private static void refused(StateHome home, String who) {
        var refusal = assertThrows(LabException.class, () -> LabLock.of(home, "demo", "recover"));

        assertEquals(Exit.FAILED, refusal.exit());
        assertEquals(who, refusal.problems().get(0).why());
    }

    @Test
    void theSecondIsToldWhoWorksWhateverItsCacheIsAndByWhateverPathItComes() throws IOException {
        var labs = Files.createDirectories(state.resolve("labs"));
        var link = Files.createSymbolicLink(state.resolve("link"), labs);
        try (var held = LabLock.of(home(labs, "a cache"), "demo", "reconfigure --yes");
                var other = LabLock.of(home(labs, "a cache"), "other", "recover")) {
            refused(home(labs, "another cache"), "process " + THIS + " is at work: reconfigure --yes");
            refused(home(link, "another cache"), "process " + THIS + " is at work: reconfigure --yes");
            assertTrue(held != other);
        }

        LabLock.of(home(link, "a cache"), "demo", "recover").close();
    }

    @Test
    void aNetworkIsReservedOnce() throws IOException {
        var labs = Files.createDirectories(state.resolve("labs"));
        try (var held = LabLock.ifFree(home(labs, "cache"), "network-10.77.0").orElseThrow()) {
            assertTrue(LabLock.ifFree(home(labs, "cache"), "network-10.77.0").isEmpty());
            assertTrue(held != null);
        }

        LabLock.ifFree(home(labs, "cache"), "network-10.77.0").orElseThrow().close();
    }

    @Test
    void theFileOfALabThatWasNeverMadeGoesWithTheLock() throws IOException {
        var home = home(state, "cache");
        Files.createDirectories(home.lab("made").root());

        LabLock.of(home, "demo", "up").close();
        LabLock.of(home, "made", "up").close();
        LabLock.ifFree(home, "network-10.77.0").orElseThrow().close();

        try (var files = Files.list(home.locks())) {
            assertEquals(
                    List.of(".guard", "made"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whoeverGetsTheLockIsAloneHoweverOftenItsFileIsRemoved() throws Exception {
        var inside = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var runs = IntStream.range(0, 40)
                    .mapToObj(run -> threads.submit(() -> {
                        try (var held = LabLock.of(home(state, "cache"), "demo", "run " + run)) {
                            assertEquals(1, inside.incrementAndGet());
                            inside.decrementAndGet();
                            assertTrue(held != null);
                        } catch (LabException busy) {
                            assertEquals(Exit.FAILED, busy.exit());
                        }
                    }))
                    .toList();
            for (var run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLabIsFreeWhenItsHolderWasKilled() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        state.toString())
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("held", said.readLine());
            refused(home(state, "cache"), "process " + process.pid() + " is at work: drill storm");
        } finally {
            process.destroyForcibly().onExit().join();
        }

        LabLock.of(home(state, "cache"), "demo", "recover").close();
    }

    /** A process that takes the lock and keeps it. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            var held = List.of(
                    LabLock.of(new StateHome(Path.of(arguments[0]), Path.of("/nowhere")), "demo", "drill storm"));
            System.out.println("held");
            Thread.sleep(60_000);
            System.out.println(held);
        }
    }
}
