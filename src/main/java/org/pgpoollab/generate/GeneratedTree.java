package org.pgpoollab.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pgpoollab.FileMode;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;

/**
 * Writes the generated files of one lab to disk. The file {@value #MANIFEST} records what it wrote, so that files edited since are kept.
 * All files are completely written beside their targets before the first one is moved, so that a full disk changes no file.
 */
public final class GeneratedTree {

    /** The file with the SHA-256 and path of each file as it was written, in the format of {@code sha256sum}. */
    static final String MANIFEST = ".generated";

    private final Path root;

    public GeneratedTree(Path root) {
        this.root = root;
    }

    /** What was done, or would be done, with a file. */
    public enum Fate {
        WRITTEN,
        UNCHANGED,
        /** The file was edited, or not created by this program, and was left alone. */
        KEPT
    }

    /** @param path relative to the tree's root */
    public record Outcome(String path, Fate fate) {}

    /** Returns what {@link #write} would do; changes nothing. */
    public List<Outcome> preview(List<GeneratedFile> files, boolean force) {
        var written = manifest();
        return files.stream()
                .map(file -> new Outcome(file.path(), fate(file, written, force)))
                .toList();
    }

    /**
     * Writes the files that are new or have changed.
     *
     * @param force whether edited files are overwritten too
     * @return the outcome for each file, in the same order
     * @throws LabException with status 1 if that fails; then every file is as it was
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
        try {
            return FileMode.isOpenToOthers(path);
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

    /** Reads a file; empty if there is none. Bytes that are not UTF-8 are replaced, so such a file differs from every generated one. */
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
