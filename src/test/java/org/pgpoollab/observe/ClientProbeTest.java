package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Endpoint;

class ClientProbeTest {

    private final AtomicInteger clients = new AtomicInteger();

    @Test
    void aSessionThatIsEndedIsTriedOnceMoreAndThenTold() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var ending = new Thread(() -> endEachSession(server), "ends each session");
            ending.setDaemon(true);
            ending.start();
            var where = new Endpoint("127.0.0.1", server.getLocalPort());

            var told = assertThrows(
                    SQLException.class,
                    () -> ClientProbe.ask(where, Given.healthy().state().lab(), Duration.ofSeconds(5)));

            assertEquals("the session was ended", ProbeFailureText.of(told));
            assertEquals(2, clients.get());
        }
    }

    private void endEachSession(ServerSocket server) {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                client.getInputStream().read(new byte[4]);
                client.shutdownOutput();
                client.getInputStream().readAllBytes();
                clients.incrementAndGet();
            } catch (IOException isClosed) {
                return;
            }
        }
    }
}
