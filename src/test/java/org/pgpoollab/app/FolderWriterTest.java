package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.generate.ComposeFolder;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.GeneratedTree;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

class FolderWriterTest {

    @TempDir
    private Path root;

    @Test
    void passwordsThatAreThereStay() throws IOException {
        var first = lab();
        var second = lab();
        new GeneratedTree(root).write(new FolderWriter(first, root).files(), false);
        Files.writeString(root.resolve("secrets/repmgr_password"), "changed\n");

        var again = new FolderWriter(second, root).files();

        assertNotEquals(first.credentials().password(), second.credentials().password());
        assertEquals(first.credentials().password() + "\n", content(again, "secrets/password"));
        assertEquals("changed\n", content(again, "secrets/repmgr_password"));
    }

    @Test
    void aNewFolderHasThePasswordsOfTheLab() {
        var lab = lab();

        var files = new FolderWriter(lab, root.resolve("new")).files();

        assertEquals(contents(ComposeFolder.files(lab)), contents(files));
    }

    @Test
    void aLabThatNobodyNamedHasTheNameOfItsFolder() {
        assertEquals("demo", FolderWriter.of(lab(), Path.of("/srv/demo")).lab().name());
        assertEquals(
                "default",
                FolderWriter.of(lab(), Path.of("/srv/My folder")).lab().name());
        assertEquals(
                "mine",
                FolderWriter.of(lab().with("mine"), Path.of("/srv/demo")).lab().name());
    }

    private static Lab lab() {
        return LabFile.withoutFile(LabOptions.NONE).lab();
    }

    private static List<String> contents(List<GeneratedFile> files) {
        return files.stream().map(GeneratedFile::content).toList();
    }

    private static String content(List<GeneratedFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
