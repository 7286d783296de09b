package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPortTest {

    @Test
    void theMessageOfDockerTellsWhetherItIsThePortOfTheLab(@TempDir Path directory) throws IOException {
        var port = new ClientPort(Files.writeString(directory.resolve("port"), "15516\n"), ClientPort.FOR_VIP, true);

        var inUse = port.inUse(
                        "Error starting userland proxy: listen tcp4 127.0.0.1:15516: bind: address already in use")
                .orElseThrow();

        assertEquals(
                "end that program, or for a lab with a new port: down; up",
                inUse.problems().get(0).remedy());
        assertTrue(port.inUse("listen tcp4 127.0.0.1:16516: bind: address already in use")
                .isEmpty());
    }
}
