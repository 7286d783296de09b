package org.pgpoollab.observe;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.TimelineHistory;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** A probe that reads the files of a PostgreSQL node, whether the server runs or not, with a few small reads. */
public final class FilesProbe {

    /** Where a node keeps its WAL. */
    static final String WAL = Engine.NODE_DIRECTORY + "/data/pg_wal";

    private static final int TAIL_BYTES = 16_384;

    /** The line of {@code postmaster.pid} with the server's status, counted from 1. */
    private static final int STATUS_LINE = 8;

    private static final int CONTROL_BYTES = 148;

    /** Of PostgreSQL 13 to 17. */
    private static final int CONTROL_VERSION = 1300;

    private static final int SHUT_DOWN_IN_RECOVERY = 2;

    private FilesProbe() {}

    public static NodeFiles ask(Node node, Engine engine) {
        var directory = engine.directory(node);
        var log = new LogReasons(
                tail(directory.resolve(Server.POSTGRES.log().substring(Engine.NODE_DIRECTORY.length() + 1))));
        var data = directory.resolve("data");
        if (engine.isAlive(node, Server.POSTGRES)) {
            return new NodeFiles(
                    true,
                    true,
                    "",
                    system(data),
                    "",
                    NodeFiles.RUNS.culprit(),
                    NodeFiles.Rewind.NONE,
                    log.stream(),
                    history(data.resolve("pg_wal")),
                    NodeFiles.Replayed.UNKNOWN,
                    stops(data),
                    room(node, engine));
        }
        var fatal = log.fatal();
        return new NodeFiles(
                false,
                Files.exists(data.resolve("PG_VERSION")) && Files.exists(data.resolve("global/pg_control")),
                mode(data),
                system(data),
                fatal,
                LogReasons.culprit(fatal, settings(data)).orElse(""),
                rewind(directory),
                log.stream(),
                history(data.resolve("pg_wal")),
                replayed(data),
                false,
                room(node, engine));
    }

    private static long room(Node node, Engine engine) {
        return engine.room(node, WAL).orElse(ObservationContext.ENOUGH);
    }

    /**
     * Reads from a stopped standby's control file what it has replayed, see ControlFileData in PostgreSQL's pg_control.h: the version is at
     * byte 8, the state at 16, and minRecoveryPoint with its timeline at 136. Of other versions nothing is known.
     */
    static NodeFiles.Replayed replayed(Path data) {
        if (!Files.exists(data.resolve("standby.signal"))) {
            return NodeFiles.Replayed.UNKNOWN;
        }
        try (var file = Files.newInputStream(data.resolve("global/pg_control"))) {
            var bytes = ByteBuffer.wrap(file.readNBytes(CONTROL_BYTES)).order(ByteOrder.nativeOrder());
            return bytes.remaining() == CONTROL_BYTES && bytes.getInt(8) == CONTROL_VERSION
                    ? new NodeFiles.Replayed(
                            bytes.getInt(144), new Lsn(bytes.getLong(136)), bytes.getInt(16) == SHUT_DOWN_IN_RECOVERY)
                    : NodeFiles.Replayed.UNKNOWN;
        } catch (IOException gone) {
            return NodeFiles.Replayed.UNKNOWN;
        }
    }

    /** Returns whether a server that runs was asked to shut down. It notes that in its file, see pidfile.h. */
    static boolean stops(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                    .skip(STATUS_LINE - 1)
                    .anyMatch(line -> line.strip().equals("stopping"));
        } catch (IOException ended) {
            return false;
        }
    }

    static TimelineHistory history(Path wal) {
        try (var files = Files.list(wal)) {
            var newest = files.filter(file -> file.getFileName().toString().matches("[0-9A-F]{8}\\.history"))
                    .max(Comparator.naturalOrder());
            return newest.isEmpty()
                    ? NodeFiles.RUNS.history()
                    : history(newest.get(), newest.get().getFileName());
        } catch (IOException gone) {
            return NodeFiles.RUNS.history();
        }
    }

    private static TimelineHistory history(Path file, Path name) throws IOException {
        return TimelineHistory.of(
                Integer.parseUnsignedInt(name.toString().substring(0, 8), 16), Files.readString(file));
    }

    /** Reads the marker file that {@code data.sh} keeps while it runs pg_rewind. */
    public static NodeFiles.Rewind rewind(Path directory) {
        try {
            var word = Files.readString(directory.resolve("rewinding")).strip();
            return word.equals("kept") && Files.exists(directory.resolve("data.old/global/pg_control"))
                    ? NodeFiles.Rewind.CAN_BE_DONE_AGAIN
                    : NodeFiles.Rewind.CANNOT_BE_DONE_AGAIN;
        } catch (IOException none) {
            return NodeFiles.Rewind.NONE;
        }
    }

    private static String mode(Path data) {
        try {
            return Integer.toOctalString((Integer) Files.getAttribute(data, "unix:mode") & 0777);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Returns the system identifier, with which the control file begins, in the byte order of the machine. */
    private static String system(Path data) {
        try (var file = Files.newInputStream(data.resolve("global/pg_control"))) {
            var bytes = ByteBuffer.wrap(file.readNBytes(Long.BYTES)).order(ByteOrder.nativeOrder());
            return bytes.remaining() == Long.BYTES ? Long.toUnsignedString(bytes.getLong()) : "";
        } catch (IOException gone) {
            return "";
        }
    }

    /** Returns the names of the settings made by {@code ALTER SYSTEM}. */
    private static List<String> settings(Path data) {
        try {
            return Files.readAllLines(data.resolve("postgresql.auto.conf")).stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Returns the last lines of a log, of which the first may lack its beginning; none if it cannot be read. */
    public static List<String> tail(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(0, file.length() - TAIL_BYTES);
            var bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException nothingWritten) {
            return List.of();
        }
    }
}
