package org.pgpoollab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

    @TempDir
    Path directory;

    @Test
    void theSecretAndTheSocketComeFirstAndAnEndIsARefusal() throws IOException {
        try (var server = new FakeGate(directory, Map.of())) {
            var factory = new GateSocketFactory(server.gate().argument("/run/a"));
            var socket = factory.createSocket();

            socket.connect(GateSocket.UNUSED, 1000);

            assertThrows(ConnectException.class, () -> socket.getInputStream().read());
            assertEquals(List.of("word socket /run/a"), server.heard);
            socket.close();
        }
    }

    @Test
    void anEndAfterTheFirstByteIsAnEnd() throws IOException {
        try (var server = new FakeGate(directory, Map.of("socket /run/a", "x"));
                var socket = server.gate().open("socket /run/a", 1000)) {

            assertEquals('x', socket.getInputStream().read());
            socket.getOutputStream().write('\n');

            assertEquals(-1, socket.getInputStream().read());
        }
    }
}
