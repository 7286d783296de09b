package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;

class ContainerCommandsTest {

    private final ContainerNames names = new ContainerNames("one", Path.of("/labs/one"));
    private final ContainerCommands commands = new ContainerCommands(names, HostAccount.of(1001, 1002));

    @Test
    void postgresRunsAsTheCallerAndRootAsTheSameWithTheRightToChangeTheNetwork() {
        var postgres = commands.on("pg-0", Account.POSTGRES, Command.of("id")).shellLine();
        var root = commands.on("pg-0", Account.ROOT, Command.of("ip", "rule")).shellLine();

        assertEquals(
                "docker exec -i -u 1001:1002 -e HOME=/run/lab -e TZ=UTC " + names.container("pg-0") + " id", postgres);
        assertTrue(root.contains("-u 0:0"), root);
        assertTrue(root.endsWith("--ambient-caps=-all,+net_admin,+net_raw -- ip rule"), root);
        assertTrue(root.contains("--reuid=1001"), root);
    }

    @Test
    void rootsLabsRunAsAnotherUserWhoIsGivenTheFiles() {
        var account = HostAccount.of(0, 0);

        assertFalse(account.ofCaller());
        assertEquals("1000:1000", account.numbers());
    }

    @Test
    void variablesGoIntoTheContainerAndNotToDocker() {
        var command = commands.on("pg-0", Account.POSTGRES, Command.of("psql").with("PGPASSFILE", "/run/lab/.pgpass"));

        assertEquals(Map.of(), command.environment());
        assertTrue(command.shellLine().contains("-e PGPASSFILE=/run/lab/.pgpass"), command.shellLine());
    }

    @Test
    void onATerminalTheProgramGetsOne() {
        var command = commands.on("pg-0", Account.POSTGRES, Command.of("bash"));

        assertTrue(command.onTerminal().contains("-it"), command.onTerminal().toString());
        assertFalse(command.argv().contains("-it"), command.argv().toString());
    }

    @Test
    void mountingIsDoneByAContainerThatEndsWithTheProgram() {
        var line = commands.mounter("pg-0", "sha256:1", Command.of("sh", "/run/lab/disk.sh", "fill"))
                .shellLine();

        assertTrue(line.startsWith("docker run --rm -i"), line);
        assertTrue(line.contains("--pid=container:" + names.container("pg-0")), line);
        assertFalse(line.contains("--privileged"), line);
    }

    @Test
    void labsOfOneNameInTwoPlacesHaveOtherContainers() {
        var elsewhere = new ContainerNames("one", Path.of("/other/one"));

        assertFalse(names.container("pg-0").equals(elsewhere.container("pg-0")));
    }
}
