package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** What all tests of real labs begin and end with. */
final class Live {

    private static final long MOST_MICROS_OF_A_PROCESS = 1800;

    private Live() {}

    /** The program with its labs in a directory; where it cannot run, the test says why in a line and is skipped. */
    static Program program(Path state) {
        if (!Program.isBuilt()) {
            skip("the program is not built: mvn package");
        }
        if (!new ProcessShell()
                .run(Command.of("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "true"))
                .succeeded()) {
            skip("this machine does not let us make namespaces");
        }
        return Program.withLabsIn(state);
    }

    /**
     * The same for tests that put a load on a lab. Where processes are dear (six servers begin some forty of them a second), the lab
     * falls apart under any load, and what the test then sees is the machine.
     */
    static Program programUnderLoad(Path state) {
        requireSpeed();
        return program(state);
    }

    /** Skips the test where six servers and who watches them are more than the machine can run. */
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

    /** Takes down whatever the program runs, and sees that nothing is left of it. A test that was skipped has no program. */
    static void leaveNothing(Program program) {
        if (program == null) {
            return;
        }
        for (var lab : program.labs()) {
            program.run("down", "--yes", "--lab", lab);
        }
        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs(), program::crashes);
    }
}
