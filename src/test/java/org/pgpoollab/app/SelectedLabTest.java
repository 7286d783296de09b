package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.compose.ComposeEngine;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.StateHome;
import picocli.CommandLine;

class SelectedLabTest {

    @TempDir
    private Path state;

    @Test
    void theEngineIsThatOfTheLabThatWasSelectedLast() {
        var labs = new LabRegistry(new StateHome(state, state.resolve("cache")));
        try (var selected = new SelectedLab(new ProgramOptions(), labs, Map.of(), new ProcessShell(), line -> {})) {
            assertInstanceOf(NativeEngine.class, selected.engine());

            selected.settle(LabOptions.NONE.with(LabKey.ENGINE, "compose"), "up");

            assertInstanceOf(ComposeEngine.class, selected.engine());
        }
    }

    @Test
    void aLabIsNotStartedWithAnotherEngineThanTheOneThatIsAskedFor() throws IOException {
        var home = new StateHome(state, state.resolve("cache"));
        var lab =
                LabFile.withoutFile(LabOptions.NONE.with(LabKey.POSTGRES, "5")).lab();
        var directory = home.lab(lab.name());
        Files.createDirectories(directory.root());
        Files.writeString(directory.proven(), "");
        LabFile.write(lab, directory.labFile());

        assertEquals(EngineKind.NATIVE, settled(home, "--engine", "NATIVE").engine());
        assertEquals(EngineKind.NATIVE, settled(home).engine());
        var refused = assertThrows(LabException.class, () -> settled(home, "--engine", "COMPOSE"));
        assertEquals(
                "it has 5 PostgreSQL and 3 Pgpool-II nodes, profile fast; asked for: 5 PostgreSQL and 3 Pgpool-II nodes, profile"
                        + " fast, with the engine compose instead of native",
                refused.problems().get(0).why());
    }

    private static Lab settled(StateHome home, String... options) {
        var typed = CommandLine.populateCommand(new ProgramOptions(), options);
        try (var selected = new SelectedLab(typed, new LabRegistry(home), Map.of(), new ProcessShell(), line -> {})) {
            selected.settle(LabOptions.NONE, "up");
            return selected.lab();
        }
    }
}
