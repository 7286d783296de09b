package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.RootDirectory;

/** Tests that a blank in the name of the user's directory appears in no line that repmgr or Pgpool-II passes to a shell. */
class NodePathsTest {

    private static Binaries below(String programs) {
        var root = Path.of(programs);
        return new Binaries(
                RootDirectory.OF_MACHINE,
                15,
                "4.3.5",
                "5.3.3",
                root.resolve("usr/lib/postgresql/15/bin"),
                root.resolve("usr/sbin/pgpool"),
                root.resolve("usr/sbin"),
                Path.of("/usr/sbin/ip"),
                root.resolve("usr/bin/arping"),
                root.resolve("bin/ping"),
                Path.of("/usr/bin/socat"),
                Path.of("/usr/bin/unshare"),
                Path.of("/usr/bin/nsenter"),
                List.of());
    }

    @Test
    void plainPathsStayWhatTheyAre() {
        var paths = NodePaths.of(below("/home/zoe/.cache/pgpool-lab"));

        assertEquals(Optional.empty(), paths.linked());
        assertEquals(
                Path.of("/home/zoe/.cache/pgpool-lab/bin/ping"),
                paths.of(Path.of("/home/zoe/.cache/pgpool-lab/bin/ping")));
    }

    @Test
    void whatLiesBelowABlankIsReachedByALink() {
        var paths = NodePaths.of(below("/home/zoë b/a'b/.cache/pgpool-lab"));

        assertEquals(Optional.of(Path.of("/home/zoë b/a'b")), paths.linked());
        assertEquals(
                Path.of("/run/programs/.cache/pgpool-lab/bin/ping"),
                paths.of(Path.of("/home/zoë b/a'b/.cache/pgpool-lab/bin/ping")));
        assertEquals(Path.of("/usr/sbin/ip"), paths.of(Path.of("/usr/sbin/ip")));
    }
}
