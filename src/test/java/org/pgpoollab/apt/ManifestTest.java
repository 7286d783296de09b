package org.pgpoollab.apt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir
    Path directory;

    private Path tree;
    private Path file;

    @BeforeEach
    void writeTree() throws IOException {
        tree = Files.createDirectories(directory.resolve("root/usr/bin"))
                .resolve("../..")
                .normalize();
        Files.writeString(tree.resolve("usr/bin/psql"), "program");
        Files.createSymbolicLink(tree.resolve("bin"), Path.of("usr/bin"));
        file = directory.resolve("manifest");
        Manifest.write(tree, file);
    }

    @Test
    void filesAsTheyWereFetchedAreWhole() {
        assertEquals(Optional.empty(), Manifest.difference(file, tree));
    }

    @Test
    void aFileOfAnotherSizeIsDamage() throws IOException {
        Files.writeString(tree.resolve("usr/bin/psql"), "program, but longer");

        assertEquals(Optional.of("usr/bin/psql was changed"), Manifest.difference(file, tree));
    }

    @Test
    void aMissingFileIsDamage() throws IOException {
        Files.delete(tree.resolve("usr/bin/psql"));

        assertEquals(Optional.of("usr/bin/psql is missing"), Manifest.difference(file, tree));
    }

    @Test
    void aLinkThatLeadsElsewhereIsDamage() throws IOException {
        Files.delete(tree.resolve("bin"));
        Files.createSymbolicLink(tree.resolve("bin"), Path.of("usr/sbin"));

        assertEquals(Optional.of("bin was changed"), Manifest.difference(file, tree));
    }

    @Test
    void withoutAManifestNothingIsKnownToBeWhole() throws IOException {
        Files.delete(file);

        assertEquals(
                Optional.of("its manifest cannot be read: there is no " + file),
                Manifest.difference(file, tree).map(why -> why.replaceFirst("read: .*", "read: there is no " + file)));
    }
}
