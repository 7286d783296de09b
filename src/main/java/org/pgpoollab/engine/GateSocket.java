package org.pgpoollab.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * A connection through a {@link Gate}. The gate cannot say that nobody listens at the socket behind it; it closes the connection. So an end
 * before the first byte is reported as a refused connection.
 */
public final class GateSocket extends Socket {

    /** The address to connect to, which is ignored. */
    static final SocketAddress UNUSED = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Gate gate;
    private final String request;
    private InputStream answers;

    GateSocket(Gate gate, String request) {
        this.gate = gate;
        this.request = request;
    }

    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
        try {
            super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gate.port()), timeout);
        } catch (ConnectException noGate) {
            // It says nothing about the server behind the gate.
            throw new IOException("the utility host is off");
        }
        setTcpNoDelay(true);
        gate.request(getOutputStream(), request);
    }

    @Override
    public void connect(SocketAddress ignored) throws IOException {
        connect(ignored, 0);
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (answers == null) {
            answers = new RefusingInput(super.getInputStream());
        }
        return answers;
    }

    private static final class RefusingInput extends FilterInputStream {

        private boolean answered;

        RefusingInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return checked(super.read(bytes, offset, length));
        }

        private int checked(int result) throws IOException {
            if (result < 0 && !answered) {
                throw new ConnectException("connection refused");
            }
            answered = true;
            return result;
        }
    }
}
