package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** What all tests of real labs begin and end with. */
final class Live {

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

    static void skip(String why) {
        var test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(caller -> caller != Live.class)
                        .findFirst()
                        .orElseThrow());
        System.out.println("skipped: " + test.getSimpleName() + ", because " + why);
        abort(why);
    }

    /** Takes down whatever the program runs, and sees that nothing is left of it. */
    static void leaveNothing(Program program) {
        for (var lab : program.labs()) {
            program.run("down", "--yes", "--lab", lab);
        }
        assertEquals(List.of(), program.processes());
        assertEquals(List.of(), program.labs(), program::crashes);
    }
}
