package org.pgpoollab.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A port on 127.0.0.1 that relays to sockets which this process cannot open by itself. Its first line names one of them, after a
 * secret, because every user of the machine can connect to the port.
 *
 * @param port 0: there is none
 * @param secretFile a file that only the user can read
 */
public record Gate(int port, Path secretFile) {

    public static final Gate NONE = new Gate(0, Path.of(""));

    /** Sends the first line of a new connection. */
    void request(OutputStream connection, String request) throws IOException {
        var line = Files.readString(secretFile).strip() + " " + request + "\n";
        connection.write(line.getBytes(StandardCharsets.UTF_8));
        connection.flush();
    }

    /** Returns the argument with which {@link GateSocketFactory} connects to a socket. */
    public String argument(String socket) {
        return port + " " + socket + " " + secretFile;
    }

    /** Connects, and asks for something; the deadline is that of each answer, too. */
    public GateSocket open(String request, int deadlineMillis) throws IOException {
        var socket = new GateSocket(this, request);
        try {
            socket.connect(GateSocket.UNUSED, deadlineMillis);
            socket.setSoTimeout(deadlineMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
