package org.pgpoollab.screen.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.generate.GeneratedFile;

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

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }
}
