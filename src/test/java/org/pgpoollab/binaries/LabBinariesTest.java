package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;

class LabBinariesTest {

    private static final Binaries MACHINE = GivenBinaries.in(Path.of("/bin"));
    private static final Binaries TRIXIE = GivenBinaries.ofRelease("trixie", "4.6.1");
    private static final Node POOL_1 = Node.pgpool(1);

    @TempDir
    Path root;

    @Test
    void aNodeHasTheProgramsThatWereWrittenForIt() throws IOException {
        var directory = new LabDirectory(root);

        TRIXIE.write(directory.binaries(POOL_1));

        assertEquals(Map.of(POOL_1, TRIXIE), LabBinaries.own(Given.healthy().lab(), directory));
    }

    @Test
    void allOthersHaveThoseOfTheLab() {
        var all = new LabBinaries(MACHINE, Map.of(POOL_1, TRIXIE));

        assertEquals(TRIXIE, all.of(POOL_1));
        assertEquals(MACHINE, all.of(Node.pgpool(0)));
        assertEquals(MACHINE, all.of(Node.postgres(1)));
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        var directory = new LabDirectory(root);

        Files.writeString(directory.binaries(POOL_1), "postgres.major=many\n");

        assertEquals(Map.of(), LabBinaries.own(Given.healthy().lab(), directory));
        assertEquals(List.of(), LabBinaries.in(directory));
    }

    @Test
    void everyReleaseThatALabUsesIsFoundWithoutItsDefinition() throws IOException {
        var directory = new LabDirectory(root);

        MACHINE.write(directory.binaries());
        TRIXIE.write(directory.binaries(Node.pgpool(15)));

        assertEquals(2, LabBinaries.in(directory).size());
    }

    @Test
    void theVersionsAreThoseOfAllPgpools() {
        var lab = Given.healthy().lab();
        var mixed = new LabBinaries(MACHINE, Map.of(POOL_1, TRIXIE)).versions(lab);
        var upgraded = new LabBinaries(MACHINE, Map.of(Node.pgpool(0), TRIXIE, POOL_1, TRIXIE, Node.pgpool(2), TRIXIE))
                .versions(lab);

        assertEquals("PostgreSQL 15, repmgr 5.3.3, Pgpool-II 4.3.5 and 4.6.1", mixed.text());
        assertEquals("4.6.1", upgraded.text(LabProgram.PGPOOL));
    }
}
