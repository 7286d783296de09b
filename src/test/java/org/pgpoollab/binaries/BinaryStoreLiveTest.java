package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;

/** Tests a real download, whatever is installed, by searching a machine that has nothing but apt. */
@Tag("live")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BinaryStoreLiveTest {

    @TempDir
    Path root;

    @TempDir
    Path cache;

    private final ProcessShell shell = new ProcessShell();

    @Test
    void fetchedProgramsRun() {
        var bare = FakeHostSystem.debian(root).machine();
        var told = new ArrayList<String>();
        skipWithoutApt();

        var binaries = obtain(new BinaryStore(shell, bare, cache, told::add));

        assertTrue(say(binaries, binaries.postgres("postgres")).contains("PostgreSQL) " + binaries.postgresMajor()));
        assertTrue(say(binaries, binaries.pgpool()).contains(binaries.pgpoolVersion()));
        assertTrue(say(binaries, binaries.repmgr()).contains(binaries.repmgrVersion()));
        assertTrue(binaries.areThere());
        assertEquals(binaries, new BinaryStore(shell, bare, cache, told::add).obtain());
        assertEquals(4, told.size(), told.toString());
    }

    private static Binaries obtain(BinaryStore store) {
        try {
            return store.obtain();
        } catch (LabException e) {
            if (e.getMessage().contains("Failed to fetch")) {
                skip("the network is away: " + e.problems().get(0).why());
            }
            throw e;
        }
    }

    private static void skipWithoutApt() {
        var machine = HostSystem.local(Map.of());
        if (Apt.PROGRAMS.stream().anyMatch(program -> machine.program(program).isEmpty())) {
            skip("there is no apt here");
        }
    }

    private static void skip(String why) {
        System.out.println("skipped: fetching the programs, because " + why);
        abort(why);
    }

    private String say(Binaries binaries, Path program) {
        var question = new Command(
                List.of(program.toString(), "--version"), binaries.environment(), "", Command.USUAL_DEADLINE);
        var ended = shell.run(question);
        return ended.output() + ended.errors();
    }
}
