package org.pgpoollab.plan.step;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.ProcessShell;

class FileChangesTest {

    @TempDir
    Path directory;

    @Test
    void whatLiesDeepIsRemovedAndWhatLiesBesideItStays() throws IOException {
        var lab = directory.resolve("a lab's directory");
        var gone = file(lab.resolve("pg-0/data/base/5/1259"));
        var kept = file(lab.resolve("pg-0/data/PG_VERSION"));
        var others = file(directory.resolve("other/pg-0/data/base/5/1259"));

        FileChanges.removeBranches(new ProcessShell(), List.of(lab), 4);

        assertFalse(Files.exists(gone.getParent()));
        assertTrue(Files.exists(kept));
        assertTrue(Files.exists(others));
    }

    @Test
    void aDirectoryThatIsNotThereIsNoTrouble() {
        FileChanges.removeBranches(new ProcessShell(), List.of(directory.resolve("nothing")), 4);

        assertFalse(Files.exists(directory.resolve("nothing")));
    }

    @Test
    void whereAUserMayNotWriteTheRemedySaysHowToWriteElsewhere() {
        var refused =
                FileChanges.failure("the data could not be copied to x", "cp: cannot create 'x': Permission denied");

        assertTrue(refused.problems().get(0).remedy().contains("XDG_CACHE_HOME"));
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "content");
    }
}
