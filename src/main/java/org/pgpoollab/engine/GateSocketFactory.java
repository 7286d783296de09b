package org.pgpoollab.engine;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** Makes the sockets of a JDBC driver that connects through a {@link Gate}; the driver creates it by its name. */
public final class GateSocketFactory extends SocketFactory {

    private final Gate gate;
    private final String socket;

    /** @param argument as {@link Gate#argument} returns it: port, socket and the file with the secret, which may contain blanks */
    public GateSocketFactory(String argument) {
        var words = argument.split(" ", 3);
        this.gate = new Gate(Integer.parseInt(words[0]), Path.of(words[2]));
        this.socket = words[1];
    }

    @Override
    public Socket createSocket() {
        return new GateSocket(gate, "socket " + socket);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
