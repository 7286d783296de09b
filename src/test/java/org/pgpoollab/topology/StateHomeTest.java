package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

class StateHomeTest {

    @Test
    void theHomeDirectoryIsEnough() {
        var home = StateHome.of(Map.of("HOME", "/home/ann", "XDG_STATE_HOME", "relative"));

        assertEquals(Path.of("/home/ann/.local/state/pgpool-lab"), home.labs());
        assertEquals(Path.of("/home/ann/.cache/pgpool-lab"), home.cache());
        assertEquals(
                Path.of("/home/ann/.local/state/pgpool-lab/demo/pg-1"),
                home.lab("demo").of(Node.postgres(1)));
    }

    @Test
    void theirOwnVariablesGoFirst() {
        var home = StateHome.of(Map.of("XDG_STATE_HOME", "/s", "XDG_CACHE_HOME", "/c", "HOME", "/h"));

        assertEquals(new StateHome(Path.of("/s/pgpool-lab"), Path.of("/c/pgpool-lab")), home);
    }

    @Test
    void onWindowsItIsTheUsersLocalApplicationData() {
        var windows = Jimfs.newFileSystem(Configuration.windows());
        var home = StateHome.of(Map.of("LOCALAPPDATA", "C:\\Users\\Zoë Q\\AppData\\Local"), windows);

        assertEquals(
                "C:\\Users\\Zoë Q\\AppData\\Local\\.local\\state\\pgpool-lab",
                home.labs().toString());
    }

    @Test
    void withoutAHomeItSaysWhatToSet() {
        var trouble = assertThrows(LabException.class, () -> StateHome.of(Map.of("HOME", "")));

        assertEquals(Exit.MISSING, trouble.exit());
    }
}
