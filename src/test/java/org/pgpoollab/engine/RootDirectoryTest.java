package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RootDirectoryTest {

    private static final RootDirectory TRIXIE = new RootDirectory(
            "trixie",
            Path.of("/cache/root"),
            "/cache/root/usr/lib64/ld-linux-x86-64.so.2",
            List.of(Path.of("/cache/root/usr/lib/x86_64-linux-gnu"), Path.of("/cache/root/usr/lib")));

    @Test
    void aProgramOfTheMachineRunsOutsideAsItIs() {
        var words = RootDirectory.OF_MACHINE.words(List.of("/usr/bin/psql", "-l"));

        assertEquals(List.of("/usr/bin/psql", "-l"), words);
    }

    @Test
    void aProgramOfAnotherReleaseRunsOutsideByThatReleasesLoaderAndLibraries() {
        var words = TRIXIE.words(List.of("/usr/lib/postgresql/17/bin/psql", "-l"));

        assertEquals(
                "/cache/root/usr/lib64/ld-linux-x86-64.so.2 --inhibit-cache --library-path"
                        + " /cache/root/usr/lib/x86_64-linux-gnu:/cache/root/usr/lib"
                        + " /cache/root/usr/lib/postgresql/17/bin/psql -l",
                String.join(" ", words));
    }

    @Test
    void aCommandKeepsItsInputAndGetsTheEnvironmentOfTheHosts() {
        var programs = new HostPrograms(TRIXIE, Map.of("TZ", "UTC"));

        var command = programs.outside(
                Command.of("/usr/sbin/pcp_node_count").reading("secret").with("PCPPASSFILE", "/x"));

        assertEquals("secret", command.input());
        assertEquals(Map.of("TZ", "UTC", "PCPPASSFILE", "/x"), command.environment());
        assertEquals("/cache/root/usr/sbin/pcp_node_count", command.argv().get(4));
    }
}
