package org.pgpoollab.screen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.topology.Node;

class TextDiffTest {

    @Test
    void equalTextsDoNotDiffer() {
        assertEquals(List.of(), TextDiff.between("a\nb\n", "a\nb\n"));
        assertEquals(List.of(), TextDiff.between("", ""));
    }

    @Test
    void onlyLinesThatDifferAreTold() {
        assertEquals(List.of("- b", "+ B", "+ e"), TextDiff.between("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n"));
        assertEquals(List.of("- a", "- c"), TextDiff.between("a\nb\nc\n", "b\n"));
        assertEquals(List.of("+ a"), TextDiff.between("", "a\n"));
    }

    @Test
    void manyDifferencesAreCutShort() {
        var lines = TextDiff.between("", numbers(100));

        assertEquals(41, lines.size());
        assertEquals("+ 40", lines.get(39));
        assertEquals("… and 60 more lines", lines.get(40));
    }

    @Test
    void hugeTextsAreComparedWithoutFillingTheMemory() {
        var lines = TextDiff.between(numbers(100_000), numbers(100_000).replace("1", "one"));

        assertEquals(41, lines.size());
    }

    @Test
    void anEditedFileIsNamed() {
        var file = new GeneratedFile("pg-1/postgresql.conf", "port = 5432\nfsync = on\n", false);

        assertEquals(
                List.of("pg-1/postgresql.conf: - as generated, + as it is", "- fsync = on", "+ fsync = off"),
                TextDiff.ofFile(file, "port = 5432\nfsync = off\n"));
        assertEquals(List.of(), TextDiff.ofFile(file, file.content()));
        assertEquals(
                List.of("pg-1/postgresql.conf: differs in its line ends"),
                TextDiff.ofFile(file, "port = 5432\r\nfsync = on\r\n"));
    }

    @Test
    void nothingOfASecretIsTold() {
        var file = new GeneratedFile("pg-1/.pgpass", "*:*:*:repmgr:secret\n", true);

        assertEquals(
                List.of("pg-1/.pgpass: differs from what was generated (secret, not shown)"),
                TextDiff.ofFile(file, "*:*:*:repmgr:other\n"));
    }

    @Test
    void whatMustDifferBetweenSistersIsNoDifference() {
        var one =
                "# on pg-1\nnode_id=1001\nnode_name='pg-1'\nconninfo='host=pg-1 port=5432'\nmonitor_interval_secs=1\n";
        var other =
                "# on pg-0, edited\nnode_id=1000\nnode_name='pg-0'\nconninfo='host=pg-0 port=5432'\nmonitor_interval_secs=9\n";

        assertEquals(
                List.of("repmgr.conf: - on pg-0, + on pg-1", "- monitor_interval_secs=9", "+ monitor_interval_secs=1"),
                TextDiff.fromSister(Node.postgres(1), "repmgr.conf", one, Node.postgres(0), other));
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }
}
