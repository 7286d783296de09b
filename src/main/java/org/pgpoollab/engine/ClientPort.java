package org.pgpoollab.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;

/** Manages a port on 127.0.0.1 at which this machine reaches a lab: it is chosen when the lab is first created, and kept. */
public final class ClientPort {

    /** PostgreSQL's port with one more digit in front: easy to recognise and seldom in use. */
    public static final int FOR_VIP = 15432;

    /** How many ports are tried. */
    private static final int RANGE = 500;

    private static final int LARGEST = 65_535;

    private final Path file;
    private final int first;
    private final boolean prefersFirst;

    /**
     * @param first the lowest port that is tried
     * @param prefersFirst whether the first port is taken if it is free; labs that start at the same time must not all try the same port
     */
    public ClientPort(Path file, int first, boolean prefersFirst) {
        this.file = file;
        this.first = first;
        this.prefersFirst = prefersFirst;
    }

    /** Deletes the saved port, after another program has taken it. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw LabException.failed("the lab's port cannot be changed", Reason.of(e), FullDisk.remedy(file));
        }
    }

    /**
     * Returns the saved port if the lab has one, else a free port, which it saves.
     *
     * @throws LabException if the saved port is used by another program, or none is free
     */
    public int choose() {
        var earlier = known();
        if (earlier.isPresent()) {
            requireFree(earlier.getAsInt());
            return earlier.getAsInt();
        }
        var start = prefersFirst && isFree(first)
                ? 0
                : (int) (ProcessHandle.current().pid() % RANGE);
        for (var tried = 0; tried < RANGE; tried++) {
            var port = first + (start + tried) % RANGE;
            if (isFree(port)) {
                keep(port);
                return port;
            }
        }
        throw LabException.failed(
                "no port is free for the lab's gate",
                "all from " + first + " to " + (first + RANGE - 1) + " are in use",
                "list");
    }

    /** Returns the saved port; empty if the lab was never created, or the file is damaged. */
    public OptionalInt known() {
        return text().map(String::strip)
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::parseInt)
                .filter(port -> port <= LARGEST)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Optional<String> text() {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public LabException unknown() {
        return LabException.failed("the lab has no address yet", "it was never up", "up");
    }

    /** Returns the saved port if it is free, else another one, for a port that no user has noted. */
    public int chooseFree() {
        if (known().isPresent() && !isFree(known().getAsInt())) {
            forget();
        }
        return choose();
    }

    private void keep(int port) {
        try {
            Files.writeString(file, port + "\n");
        } catch (IOException e) {
            throw LabException.failed("the lab's port cannot be noted", Reason.of(e), FullDisk.remedy(file));
        }
    }

    private void requireFree(int port) {
        if (!isFree(port)) {
            throw inUse(port);
        }
    }

    private static LabException inUse(int port) {
        return LabException.failed(
                "port " + port + " of this machine, at which this lab is reached, is in use",
                "another program listens at 127.0.0.1:" + port,
                "end that program, or for a lab with a new port: down; up");
    }

    /** Returns the failure of a lab whose saved port another program has; empty if a message names another one. */
    public Optional<LabException> inUse(String message) {
        return known().isPresent() && message.contains("127.0.0.1:" + known().getAsInt())
                ? Optional.of(inUse(known().getAsInt()))
                : Optional.empty();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
