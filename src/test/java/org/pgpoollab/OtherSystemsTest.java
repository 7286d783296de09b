package org.pgpoollab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.generate.GeneratedTree;
import org.pgpoollab.generate.GeneratedTree.Fate;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;

/** Checks what writes files on file systems in memory that have the rules of Windows and of macOS, with a blank in the user's name. */
class OtherSystemsTest {

    private static final List<GeneratedFile> FILES = List.of(
            new GeneratedFile("docker-compose.yml", "services:\n", false),
            new GeneratedFile("pg-0/.pgpass", "secret\n", true));

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of(windows(), "C:\\Users\\Zoë Q\\AppData\\Local\\lab"),
                Arguments.of(macOs(), "/Users/Zoë Q/.local/state/lab"));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void filesAreGeneratedAndFollowTheLab(FileSystem files, String directory) throws IOException {
        var root = files.getPath(directory);
        var tree = new GeneratedTree(root);

        assertEquals(List.of(Fate.WRITTEN, Fate.WRITTEN), fates(tree.write(FILES, false)));
        assertEquals("services:\n", Files.readString(root.resolve("docker-compose.yml")));
        assertEquals("secret\n", Files.readString(root.resolve("pg-0").resolve(".pgpass")));
        assertEquals(List.of(Fate.UNCHANGED, Fate.UNCHANGED), fates(new GeneratedTree(root).write(FILES, false)));

        Files.writeString(root.resolve("docker-compose.yml"), "edited\n");
        assertEquals(List.of(Fate.KEPT, Fate.UNCHANGED), fates(tree.write(FILES, false)));
        assertEquals(List.of(), drafts(root));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void aLabFileIsWrittenAndRead(FileSystem files, String directory) {
        var lab = new LabDirectory(files.getPath(directory));
        var usual = LabFile.withoutFile(LabOptions.NONE).lab();

        LabFile.write(usual, lab.labFile());

        assertEquals(usual, LabFile.read(lab.labFile(), LabOptions.NONE).lab());
        assertEquals(
                files.getPath(directory).resolve("pg-0"),
                lab.of(Node.parse("pg-0").orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void theHistoryIsKept(FileSystem files, String directory) {
        var history = HistoryFile.at(files.getPath(directory).resolve("history"));

        history.add(Instant.parse("2026-11-28T10:00:00Z"), "status");

        assertEquals(
                List.of("status"),
                history.entries().stream().map(HistoryFile.Entry::line).toList());
    }

    private static List<Fate> fates(List<GeneratedTree.Outcome> outcomes) {
        return outcomes.stream().map(GeneratedTree.Outcome::fate).toList();
    }

    private static List<Path> drafts(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".new")).toList();
        }
    }

    private static FileSystem windows() {
        return Jimfs.newFileSystem(Configuration.windows());
    }

    private static FileSystem macOs() {
        return Jimfs.newFileSystem(Configuration.osX().toBuilder()
                .setAttributeViews("basic", "owner", "posix", "unix")
                .build());
    }
}
