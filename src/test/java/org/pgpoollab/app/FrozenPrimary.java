package org.pgpoollab.app;

import java.util.List;
import java.util.function.Function;
import org.pgpoollab.Exit;

/**
 * Types the commands of a scenario that freezes the primary and awaits another one.
 *
 * <p>repmgrd asks the primary every second whether it still is one, and waits for the answer without a limit ({@code get_recovery_type} in
 * dbutils.c of repmgr 5.3.3). A repmgrd that asks just as the primary is frozen notices nothing. If it is the one to be promoted, no node
 * is, and the other repmgrds give up after {@code primary_notification_timeout}. A test of this program then freezes the primary once more.
 */
final class FrozenPrimary {

    private FrozenPrimary() {}

    /**
     * Types commands, each of which must succeed.
     *
     * @param lines the commands; if the first one pauses a node and a later one awaits in vain, all are typed once more in a healthy lab
     */
    static void type(Program program, List<String> lines, Function<String, Program.Ended> typing) {
        for (var line : lines) {
            var ended = typing.apply(line);
            if (ended.status() == Exit.UNMET.status() && lines.get(0).startsWith("pause ")) {
                System.out.println("typed again: " + lines + ", because no other node was promoted");
                restore(program, lines.get(0).split(" ")[1]);
                lines.forEach(again -> typing.apply(again).mustBe(0));
                return;
            }
            ended.mustBe(0);
        }
    }

    private static void restore(Program program, String primary) {
        program.run("recover", "--yes").mustBe(0);
        if (program.run("expect", primary + " is primary").status() != 0) {
            program.run("switchover", primary).mustBe(0);
        }
        program.run("wait", "cluster is healthy for 60s").mustBe(0);
    }
}
