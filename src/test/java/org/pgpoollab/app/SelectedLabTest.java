package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.compose.ComposeEngine;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.StateHome;

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
}
