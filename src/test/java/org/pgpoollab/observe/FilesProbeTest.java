package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
