package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabFormat;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.StateHome;

/** Tests which lab a command means, and which directories are labs. */
class LabRegistryTest {

    @TempDir
    private Path state;

    private LabRegistry labs() {
        return new LabRegistry(new StateHome(state, state.resolve("cache")));
    }

    private static ProgramOptions named(String name) {
        return new ProgramOptions().of(name);
    }

    private void make(String directory, String name) {
        LabFile.write(
                LabFile.withoutFile(LabOptions.NONE.with(LabKey.NAME, name)).lab(),
                new LabDirectory(state.resolve(directory)).labFile());
    }

    private void damage(String name) throws IOException {
        Files.createDirectories(state.resolve(name));
        Files.writeString(state.resolve(name).resolve("lab.yaml"), "name: [");
    }

    private Problem problem(Runnable task) {
        return assertThrows(LabException.class, task::run).problems().get(0);
    }

    @Test
    void aCopyOfALabsDirectoryIsNoLab() {
        make("demo", "demo");
        make("copy", "demo");

        var meant = problem(() -> labs().meant(named("copy")));
        var ended = problem(() -> labs().toEnd(named("copy")));

        assertEquals(meant, ended);
        assertEquals(state + "/copy/lab.yaml says name: demo, but its directory is that of the lab copy", meant.what());
        assertEquals("write name: copy into it again, or for a copy: rm -rf -- " + state + "/copy", meant.remedy());
        assertEquals("demo", labs().toEnd(named("demo")).name());
    }

    @Test
    void aLabThatWasRenamedIsMovedBack() {
        make("other", "demo");

        assertEquals(
                "write name: other into it again, or for a renamed lab: mv -T " + state + "/other " + state + "/demo",
                problem(() -> labs().meant(named("other"))).remedy());
    }

    @Test
    void aLabOfANewerProgramIsRefusedAlsoByDownAndSaysWhichIsNewer() throws IOException {
        make("demo", "demo");
        Files.writeString(state.resolve("demo/.format"), "format 2, by pgpool-lab 9.8.7\n");
        Files.writeString(state.resolve("demo/lab.yaml"), "name: demo\nonly-newer-ones-know: yes\n");

        var meant = problem(() -> labs().meant(named("demo")));
        var ended = problem(() -> labs().toEnd(named("demo")));

        assertEquals(meant, ended);
        assertEquals("the lab demo belongs to a newer pgpool-lab: 9.8.7", meant.what());
        assertEquals("its files have format 2; this program understands no newer format than 1", meant.why());
        assertEquals("pgpool-lab 9.8.7 or later, or make another lab: up --name other", meant.remedy());
        assertEquals(
                List.of(meant.why()),
                labs().all().stream().map(LabSummary::problem).toList());
    }

    @Test
    void aLabWithTheFormatOfThisProgramIsUsed() {
        make("demo", "demo");
        LabFormat.write(new LabDirectory(state.resolve("demo")));

        assertEquals("demo", labs().meant(named("demo")).name());
    }

    @Test
    void aDamagedLabCanBeSeenAndEndedAndSpoilsNoOther() throws IOException {
        make("demo", "demo");
        damage("broken");

        var all = labs().all();

        assertEquals(
                List.of("broken", "demo"), all.stream().map(LabSummary::name).toList());
        assertTrue(all.get(0).problem().contains("is not YAML"), all.get(0).problem());
        assertEquals("", all.get(1).problem());
        assertEquals("broken", labs().toEnd(named("broken")).name());
        var used = problem(() -> labs().meant(named("broken")));
        assertTrue(used.what().contains(state + "/broken/lab.yaml is damaged"), used.what());
        assertTrue(used.remedy().startsWith("down --lab broken"), used.remedy());
    }

    @Test
    void whatIsToBeTypedNamesTheLabUnlessItIsTheUsualOne() {
        assertEquals("down", LabRegistry.typed("down", "default"));
        assertEquals("down --lab demo", LabRegistry.typed("down", "demo"));
    }

    @Test
    void whoOnlyNamesALabAsksForNoOther() {
        assertTrue(LabOptions.NONE.with(LabKey.NAME, "demo").isEmpty());
        assertFalse(LabOptions.NONE.with(LabKey.POSTGRES, "2").isEmpty());
        assertFalse(LabOptions.NONE.withSetting("pgpool.x=1").isEmpty());
    }

    @Test
    void whatIsNoLabIsNotRemoved() throws IOException {
        Files.writeString(state.resolve("history"), "1:up\n");
        Files.createDirectories(state.resolve("notes/of/mine"));
        Files.createDirectories(state.resolve("begun"));

        assertEquals(
                "it is a file", problem(() -> labs().toEnd(named("history"))).why());
        assertEquals(
                "it has no lab.yaml",
                problem(() -> labs().toEnd(named("notes"))).why());
        assertEquals("begun", labs().toEnd(named("begun")).name());
        assertEquals("nowhere", labs().toEnd(named("nowhere")).name());
    }
}
