package org.pgpoollab.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;

/**
 * The generated files of one lab on disk. It remembers what it wrote, in the file {@value #MANIFEST}, so that a file that somebody
 * has edited since is kept. All files are complete beside their places before the first is moved there: a full disk changes none.
 */
public final class GeneratedTree {

    /** SHA-256 and path of each file as it was written, in the form of {@code sha256sum}. */
    static final String MANIFEST = ".generated";

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path root;

    public GeneratedTree(Path root) {
        this.root = root;
    }

    /** What became of a file, or would. */
    public enum Fate {
        WRITTEN,
        UNCHANGED,
        /** Edited, or not made by this program, and left alone. */
        KEPT
    }

    /** @param path relative to the tree's root */
    public record Outcome(String path, Fate fate) {}

    /** What {@link #write} would do; changes nothing. */
    public List<Outcome> preview(List<GeneratedFile> files, boolean force) {
        var written = manifest();
        return files.stream()
                .map(file -> new Outcome(file.path(), fate(file, written, force)))
                .toList();
    }

    /**
     * Writes the files that are new or have changed.
     *
     * @param force whether files that somebody has edited are overwritten too
     * @return what became of each, in the same order
     * @throws LabException status 1 if that fails; then every file is as it was
     */
    public List<Outcome> write(List<GeneratedFile> files, boolean force) {
        var outcomes = preview(files, force);
        var sums = manifest();
        var staged = new ArrayList<StagedFile>();
        try {
            for (var i = 0; i < files.size(); i++) {
                var file = files.get(i);
                if (outcomes.get(i).fate() == Fate.WRITTEN) {
                    staged.add(StagedFile.display(root.resolve(file.path()), file.content(), file.secret()));
                }
                if (outcomes.get(i).fate() != Fate.KEPT) {
                    sums.put(file.path(), sum(file.content()));
                }
            }
            if (!sums.equals(manifest())) {
                staged.add(StagedFile.display(root.resolve(MANIFEST), text(sums), false));
            }
            staged.forEach(StagedFile::commit);
        } finally {
            staged.forEach(StagedFile::discard);
        }
        return outcomes;
    }

    private boolean isExposed(Path path) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        try {
            return !Collections.disjoint(Files.getPosixFilePermissions(path), OTHERS);
        } catch (IOException e) {
            throw LabException.failed(path + " cannot be read", String.valueOf(e.getMessage()), "ls -l " + path);
        }
    }

    private Fate fate(GeneratedFile file, Map<String, String> written, boolean force) {
        var path = root.resolve(file.path());
        if (!Files.exists(path)) {
            return Fate.WRITTEN;
        }
        var now = sum(read(path));
        if (now.equals(sum(file.content()))) {
            return file.secret() && isExposed(path) ? Fate.WRITTEN : Fate.UNCHANGED;
        }
        return force || now.equals(written.get(file.path())) ? Fate.WRITTEN : Fate.KEPT;
    }

    private Map<String, String> manifest() {
        return read(root.resolve(MANIFEST))
                .lines()
                .filter(line -> line.length() > 66)
                .collect(Collectors.toMap(
                        line -> line.substring(66),
                        line -> line.substring(0, 64),
                        (first, second) -> second,
                        TreeMap::new));
    }

    private static String text(Map<String, String> sums) {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Empty if there is no file. What is not UTF-8 is read with replacements: it differs from all that is generated. */
    private static String read(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw LabException.failed(path + " cannot be read", String.valueOf(e.getMessage()), "ls -l " + path);
        }
    }

    private static String sum(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
