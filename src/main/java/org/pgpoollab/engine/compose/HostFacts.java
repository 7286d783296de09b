package org.pgpoollab.engine.compose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pgpoollab.engine.Gate;
import org.pgpoollab.engine.GateSocket;

/**
 * Asks hosts about themselves: a script on each host answers, through the gate. One connection to each host is kept, so an answer takes
 * less than a millisecond and starts no process. Safe for use by several threads.
 */
final class HostFacts {

    private static final int DEADLINE_MILLIS = 2000;

    /** After this long docker is asked whether the host is paused, so that those who wait for answers learn it before their own deadlines. */
    private static final int FIRST_DEADLINE_MILLIS = 500;

    private final Supplier<Gate> gate;
    private final Predicate<String> isPaused;
    private final Map<String, HostSession> sessions = new ConcurrentHashMap<>();

    /** What came of a question. */
    enum Outcome {
        ANSWERED,
        /** The host is off. */
        OFF,
        /** The host is on and does not answer, for example because its container is paused. */
        SILENT,
        /** There is no gate: the utility host is off. */
        NO_GATE
    }

    /** @param text one line; empty unless there is an answer */
    record Answer(Outcome outcome, String text) {}

    /** @param isPaused whether docker says that the container of a host is paused; asked only about a host that does not answer */
    HostFacts(Supplier<Gate> gate, Predicate<String> isPaused) {
        this.gate = gate;
        this.isPaused = isPaused;
    }

    /** @param question a line as the script facts.sh reads it */
    Answer ask(String host, String question) {
        return sessions.computeIfAbsent(host, HostSession::new).ask(question);
    }

    private final class HostSession {

        private final String host;
        private GateSocket socket;
        private BufferedReader answers;
        private boolean silent;

        HostSession(String host) {
            this.host = host;
        }

        /** A kept connection may have ended long ago; only a new one shows the present state. */
        synchronized Answer ask(String question) {
            if (silent && isPaused.test(host)) {
                return new Answer(Outcome.SILENT, "");
            }
            var first = ask(question, FIRST_DEADLINE_MILLIS);
            silent = first.outcome() == Outcome.SILENT;
            if (!silent || isPaused.test(host)) {
                return first;
            }
            var second = ask(question, DEADLINE_MILLIS);
            silent = second.outcome() == Outcome.SILENT;
            return second;
        }

        private Answer ask(String question, int deadlineMillis) {
            var wasKept = socket != null;
            try {
                return once(question, deadlineMillis);
            } catch (SocketTimeoutException silence) {
                close();
                return new Answer(Outcome.SILENT, "");
            } catch (IOException ended) {
                close();
                return wasKept ? ask(question, deadlineMillis) : failed(ended);
            }
        }

        /** The gate itself refuses by the kernel's message, which is another than that of {@link GateSocket}. */
        private Answer failed(IOException ended) {
            var isHost = ended instanceof ConnectException && "connection refused".equals(ended.getMessage());
            return new Answer(isHost ? Outcome.OFF : Outcome.NO_GATE, "");
        }

        private Answer once(String question, int deadlineMillis) throws IOException {
            if (socket == null) {
                socket = gate.get().open("socket /run/sockets/" + host + "/facts", deadlineMillis);
                answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            }
            socket.setSoTimeout(deadlineMillis);
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            var line = answers.readLine();
            if (line == null) {
                throw new IOException("the host ended the connection");
            }
            return new Answer(Outcome.ANSWERED, line);
        }

        private void close() {
            if (socket != null) {
                try {
                    socket.close();
                } catch (IOException alreadyClosed) {
                    // It is dropped either way.
                }
            }
            socket = null;
        }
    }
}
