package org.pgpoollab.plan.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTablespacesTest {

    @TempDir
    private Path node;

    @BeforeEach
    void links() throws IOException {
        link("data", "16384", "/run/lab/space");
        link("data", "16385", "/srv/shared");
        link("data.old", "16384", "/run/lab/space.old");
        link("data.new", "16384", "/run/lab/../../etc");
        link("data.new", "16385", "/run/lab");
        Files.createDirectory(node.resolve("tablespace-16390.new"));
        Files.createDirectory(node.resolve("tablespace-of-mine"));
    }

    private void link(String data, String number, String target) throws IOException {
        var spaces = Files.createDirectories(node.resolve(data).resolve("pg_tblspc"));
        Files.createSymbolicLink(spaces.resolve(number), Path.of(target));
    }

    @Test
    void onlyWhatLiesBelowTheNodesOwnDirectoryIsItsOwn() {
        assertEquals(
                List.of(node.resolve("space"), node.resolve("space.old"), node.resolve("tablespace-16390.new")),
                OwnTablespaces.of(node));
    }

    @Test
    void aNodeThatWasNeverMadeHasNone() {
        assertEquals(List.of(), OwnTablespaces.of(node.resolve("nowhere")));
    }
}
