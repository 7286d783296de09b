package org.pgpoollab.apt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.FakeShell;
import org.pgpoollab.engine.Shell.Ended;

class RepositoryWriterTest {

    private static final String LISTS = "deb.debian.org_debian_dists_trixie_";

    @TempDir
    Path cache;

    @TempDir
    Path stick;

    private FetchWorkspace workspace;

    @BeforeEach
    void aWorkspaceWithDownloads() throws IOException {
        workspace = FetchWorkspace.open(cache, AptConfiguration::ofRelease);
        for (var list : List.of("InRelease", "main_binary-amd64_Packages")) {
            Files.writeString(workspace.lists().resolve(LISTS + list), list);
        }
        Files.writeString(workspace.archives().resolve("libllvm19_1%3a19.1.7-3+b1_amd64.deb"), "package");
    }

    private final List<PackageFile> packages = List.of(new PackageFile(
            "http://deb.debian.org/debian/pool/main/l/llvm/libllvm19_19.1.7-3%2bb1_amd64.deb",
            "libllvm19_1%3a19.1.7-3+b1_amd64.deb", 7));

    private LocalRepository write() {
        FakeShell shell = command -> new Ended(
                0,
                "http://deb.debian.org/debian/\ttrixie\tmain/binary-amd64/Packages\t"
                        + workspace.lists().resolve(LISTS + "main_binary-amd64_Packages") + "\n",
                "");
        return new RepositoryWriter(shell, workspace, PackageSources.OF_DEBIAN).write(stick, "trixie-amd64", packages);
    }

    @Test
    void packagesAndSignedListsLieAsInTheArchive() throws IOException {
        var written = write();

        assertEquals(stick.resolve("trixie-amd64"), written.directory());
        assertEquals(
                List.of(
                        "debian/dists/trixie/InRelease",
                        "debian/dists/trixie/main/binary-amd64/Packages",
                        "debian/pool/main/l/llvm/libllvm19_19.1.7-3+b1_amd64.deb",
                        "manifest"),
                files(written.directory()));
        assertEquals(written, LocalRepository.in(stick, "trixie-amd64", "trixie"));
        assertEquals(written, LocalRepository.in(written.directory(), "trixie-amd64", "trixie"));
    }

    @Test
    void anOlderOneIsReplacedAndNothingElseIsLeft() throws IOException {
        write();
        Files.writeString(stick.resolve("trixie-amd64/debian/old"), "");

        write();

        assertEquals(4, files(stick).size(), files(stick).toString());
    }

    @Test
    void whatCannotBeWrittenLeavesNothingAndTheOlderOneAsItWas() throws IOException {
        write();
        Files.delete(workspace.archives().resolve("libllvm19_1%3a19.1.7-3+b1_amd64.deb"));

        var refused = assertThrows(LabException.class, this::write);

        assertTrue(refused.problems().get(0).why().startsWith("no such file: "), refused.getMessage());
        assertEquals(4, files(stick).size(), files(stick).toString());
    }

    @Test
    void aDirectoryThatIsStillToBeMadeIsWritableIfTheOneAboveItIs() {
        var deep = stick.resolve("is/made/later");

        RepositoryWriter.requireWritable(deep);

        assertTrue(Files.notExists(stick.resolve("is")), "the check has made a directory");
    }

    @Test
    void aPlaceWithAFileAboveItIsRefused() throws IOException {
        var file = Files.writeString(stick.resolve("file"), "");

        var refused = assertThrows(LabException.class, () -> RepositoryWriter.requireWritable(file.resolve("below")));

        assertEquals(file + " is not a directory", refused.problems().get(0).why());
    }

    private static List<String> files(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
