package org.pgpoollab.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

class GeneratedTreeTest {

    private static final List<GeneratedFile> FIRST = List.of(
            new GeneratedFile("pg-0/postgresql.conf", "port = 5432\n", false),
            new GeneratedFile("pg-0/.pgpass", "secret\n", true));
    private static final List<GeneratedFile> SECOND = List.of(
            new GeneratedFile("pg-0/postgresql.conf", "port = 5433\n", false),
            new GeneratedFile("pg-0/.pgpass", "secret\n", true));

    @TempDir
    private Path root;

    private GeneratedTree tree;

    @BeforeEach
    void tree() {
        tree = new GeneratedTree(root);
    }

    @Test
    void aNewTreeIsWrittenWithItsModes() throws IOException {
        var outcomes = tree.write(FIRST, false);

        assertEquals("WRITTEN WRITTEN", fates(outcomes));
        assertEquals("port = 5432\n", Files.readString(root.resolve("pg-0/postgresql.conf")));
        assertEquals("rw-r--r--", mode("pg-0/postgresql.conf"));
        assertEquals("rw-------", mode("pg-0/.pgpass"));
    }

    @Test
    void theSameAgainChangesNothing() {
        tree.write(FIRST, false);

        assertEquals("UNCHANGED UNCHANGED", fates(tree.write(FIRST, false)));
    }

    @Test
    void whatNobodyEditedFollowsTheLab() throws IOException {
        tree.write(FIRST, false);

        assertEquals("WRITTEN UNCHANGED", fates(tree.write(SECOND, false)));
        assertEquals("port = 5433\n", Files.readString(root.resolve("pg-0/postgresql.conf")));
    }

    @Test
    void anEditedFileIsKeptUntilForced() throws IOException {
        tree.write(FIRST, false);
        Files.writeString(root.resolve("pg-0/postgresql.conf"), "port = 1\n");

        assertEquals("KEPT UNCHANGED", fates(tree.write(SECOND, false)));
        assertEquals("KEPT UNCHANGED", fates(tree.write(FIRST, false)));
        assertEquals("port = 1\n", Files.readString(root.resolve("pg-0/postgresql.conf")));

        assertEquals("WRITTEN UNCHANGED", fates(tree.write(SECOND, true)));
        assertEquals("port = 5433\n", Files.readString(root.resolve("pg-0/postgresql.conf")));
        assertEquals("UNCHANGED UNCHANGED", fates(tree.write(SECOND, false)));
    }

    @Test
    void aFileOfSomebodyElseIsKept() throws IOException {
        Files.createDirectories(root.resolve("pg-0"));
        Files.write(root.resolve("pg-0/postgresql.conf"), new byte[] {(byte) 0xff, 0});

        assertEquals("KEPT WRITTEN", fates(tree.write(FIRST, false)));
    }

    @Test
    void anEditThatIsTakenBackIsNoEdit() throws IOException {
        tree.write(FIRST, false);
        Files.writeString(root.resolve("pg-0/postgresql.conf"), "port = 1\n");
        tree.write(SECOND, false);
        Files.writeString(root.resolve("pg-0/postgresql.conf"), "port = 5432\n");

        assertEquals("WRITTEN UNCHANGED", fates(tree.write(SECOND, false)));
    }

    @Test
    void aDeletedFileComesBack() throws IOException {
        tree.write(FIRST, false);
        Files.delete(root.resolve("pg-0/.pgpass"));

        assertEquals("UNCHANGED WRITTEN", fates(tree.write(FIRST, false)));
    }

    @Test
    void aPreviewChangesNothing() throws IOException {
        assertEquals("WRITTEN WRITTEN", fates(tree.preview(FIRST, false)));
        assertEquals(List.of(), everything());
    }

    @Test
    void aSecretThatOthersCouldReadIsClosedAgain() throws IOException {
        tree.write(FIRST, false);
        Files.setPosixFilePermissions(root.resolve("pg-0/.pgpass"), PosixFilePermissions.fromString("rw-r--r--"));

        tree.write(FIRST, false);

        assertEquals("rw-------", mode("pg-0/.pgpass"));
    }

    @Test
    void aFailureLeavesEveryFileAsItWas() throws IOException {
        tree.write(FIRST, false);
        var before = everything();
        Files.writeString(root.resolve("pg-1"), "a file where a directory must be");
        var files = List.of(SECOND.get(0), new GeneratedFile("pg-1/postgresql.conf", "x\n", false));

        var trouble = assertThrows(LabException.class, () -> tree.write(files, false));

        assertEquals(Exit.FAILED, trouble.exit());
        assertTrue(trouble.problems().get(0).what().endsWith("pg-1/postgresql.conf cannot be written"));
        assertFalse(trouble.problems().get(0).why().isBlank());
        assertEquals("port = 5432\n", Files.readString(root.resolve("pg-0/postgresql.conf")));
        Files.delete(root.resolve("pg-1"));
        assertEquals(before, everything());
    }

    private List<String> everything() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }

    private static String fates(List<GeneratedTree.Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.fate().name()).collect(Collectors.joining(" "));
    }
}
