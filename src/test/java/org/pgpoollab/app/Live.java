package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** The setup and cleanup that all tests of real labs share. */
final class Live {

    private static final long MOST_MICROS_OF_A_PROCESS = 1800;

    /**
     * The engine of all labs of this process. The build starts processes for each engine: {@code -Dengines=native,compose}. Tests tagged
     * {@code native} or {@code compose} are of that engine only; those tagged {@code both} run on both if none is named.
     */
    static final LiveEngine ENGINE = LiveEngine.ofThisRun();

    /** Why no lab of an engine can run here; it is found out, and said, once for all tests of a process. */
    private static final Map<LiveEngine, Optional<String>> OBSTACLES = new ConcurrentHashMap<>();

    private Live() {}

    private static Optional<String> toldObstacle(LiveEngine engine) {
        var obstacle = engine.obstacle();
        obstacle.ifPresent(why ->
                System.out.println("skipped: the live tests on " + engine.kind().word() + ", because " + why));
        return obstacle;
    }

    /** Returns the program with its labs in a directory. On a machine where labs cannot run it skips the test and prints the reason. */
    static Program program(Path state) {
        return program(state, ENGINE);
    }

    static Program program(Path state, LiveEngine engine) {
        if (!Program.isBuilt()) {
            skip("the program is not built: mvn package");
        }
        OBSTACLES.computeIfAbsent(engine, Live::toldObstacle).ifPresent(Assumptions::abort);
        return Program.withLabsIn(state, engine);
    }

    /**
     * Returns the program for tests that put load on a lab. Six servers start some forty processes a second. Where that is too slow,
     * the lab fails under any load, and the test would measure the machine.
     */
    static Program programUnderLoad(Path state) {
        requireSpeed();
        return program(state);
    }

    /** Skips the test if the machine is too slow for six servers and their watchers. */
    static void requireSpeed() {
        var cost = IntStream.range(0, 3)
                .mapToLong(again -> microsOfAProcess())
                .min()
                .orElseThrow();
        if (cost > MOST_MICROS_OF_A_PROCESS) {
            skip("it takes this machine " + cost
                    + " µs to begin and end a process, which is too slow for a lab under load");
        }
    }

    private static long microsOfAProcess() {
        var began = System.nanoTime();
        new ProcessShell().run(Command.of("sh", "-c", "i=0; while [ $i -lt 100 ]; do /bin/true; i=$((i+1)); done"));
        return Duration.ofNanos(System.nanoTime() - began).toNanos() / 1000 / 100;
    }

    static void skip(String why) {
        var test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(caller -> caller != Live.class)
                        .findFirst()
                        .orElseThrow());
        System.out.println("skipped: " + test.getSimpleName() + ", because " + why);
        abort(why);
    }

    /** Takes down all labs of the program and checks that nothing is left. A skipped test has no program. */
    static void leaveNothing(Program program) {
        if (program == null) {
            return;
        }
        for (var lab : program.labs()) {
            program.run("down", "--yes", "--lab", lab);
        }
        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.engine().remains(program.state()));
        assertEquals(List.of(), program.labs(), program::crashes);
    }
}
