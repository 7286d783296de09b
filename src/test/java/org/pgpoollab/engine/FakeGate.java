package org.pgpoollab.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gate that answers each line with a fixed text, and closes connections to what it does not know. It records all lines. */
public final class FakeGate implements AutoCloseable {

    private final ServerSocket server;
    private final Path secret;
    private final Map<String, String> answers;
    public final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param answers by the line they answer, the first one without its secret; an answer of no text keeps silent */
    public FakeGate(Path directory, Map<String, String> answers) throws IOException {
        this.answers = answers;
        this.secret = Files.writeString(directory.resolve("secret"), "word\n");
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "fake gate");
        thread.setDaemon(true);
        thread.start();
    }

    public Gate gate() {
        return new Gate(server.getLocalPort(), secret);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                var thread = new Thread(() -> serve(connection), "fake gate");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.add(line);
                var answer = answers.get(line.replaceFirst("^word ", ""));
                if (answer == null) {
                    return;
                }
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // The test has closed its end.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
