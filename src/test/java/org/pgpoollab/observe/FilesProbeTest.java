package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.NodeFiles;

class FilesProbeTest {

    @TempDir
    private Path data;

    @Test
    void aServerThatWasToldToStopSaysSoInItsPidFile() throws IOException {
        assertFalse(FilesProbe.stops(data));

        write("ready   ");
        assertFalse(FilesProbe.stops(data));

        write("stopping");
        assertTrue(FilesProbe.stops(data));
    }

    private void write(String status) throws IOException {
        Files.writeString(
                data.resolve("postmaster.pid"),
                "17\n/run/lab/data\n1795878749\n5432\n/run/postgresql\n*\n  3891210         1\n" + status + "\n");
    }

    @Test
    void whatAStoppedStandbyHasReplayedIsReadFromItsControlFile() throws IOException {
        writeControlFile(1300, 2);
        assertEquals(NodeFiles.Replayed.UNKNOWN, FilesProbe.replayed(data), "a primary's");

        Files.createFile(data.resolve("standby.signal"));
        assertEquals(new NodeFiles.Replayed(5, Lsn.parse("0/706E0C0"), true), FilesProbe.replayed(data));

        writeControlFile(1300, 5);
        assertFalse(FilesProbe.replayed(data).isAll());

        writeControlFile(1800, 2);
        assertEquals(NodeFiles.Replayed.UNKNOWN, FilesProbe.replayed(data), "of a later version");
    }

    private void writeControlFile(int version, int state) throws IOException {
        var bytes = ByteBuffer.allocate(8192).order(ByteOrder.nativeOrder());
        bytes.putInt(8, version).putInt(16, state).putLong(136, 0x706E0C0).putInt(144, 5);
        Files.createDirectories(data.resolve("global"));
        Files.write(data.resolve("global/pg_control"), bytes.array());
    }

    @Test
    void theNewestTimelineHistoryIsRead() throws IOException {
        assertEquals(NodeFiles.RUNS.history(), FilesProbe.history(data));

        Files.writeString(data.resolve("00000009.history"), "1\t0/1DF2238\tno recovery target specified\n");
        Files.writeString(
                data.resolve("0000000A.history"),
                "1\t0/1DF2238\tno recovery target specified\n\n9\t0/2101B30\tno recovery target specified\n");
        var history = FilesProbe.history(data);

        assertEquals(10, history.current().timeline());
        assertEquals(Optional.of(Lsn.parse("0/1DF2238")), history.left(1));
        assertEquals(Optional.of(Lsn.parse("0/2101B30")), history.left(9));
        assertEquals(Optional.empty(), history.left(10));
    }
}
