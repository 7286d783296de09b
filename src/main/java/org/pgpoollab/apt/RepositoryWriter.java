package org.pgpoollab.apt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.Shell;

/**
 * Writes a {@link LocalRepository} from the downloads of a workspace. It gets its final name only when it is complete, and replaces an older
 * one. Nothing in it is a link, so that a medium with any file system can have it.
 */
public final class RepositoryWriter {

    private static final String TARGETS = "$(REPO_URI)\t$(RELEASE)\t$(METAKEY)\t$(FILENAME)";
    private static final List<String> SIGNED = List.of("InRelease", "Release", "Release.gpg");
    private static final double MEGABYTE = 1e6;
    private static final String ANOTHER_DIRECTORY = "make it writable, or name another directory";

    private final Shell shell;
    private final FetchWorkspace workspace;
    private final PackageSources sources;

    /** @param sources those from which the workspace has its downloads */
    public RepositoryWriter(Shell shell, FetchWorkspace workspace, PackageSources sources) {
        this.shell = shell;
        this.workspace = workspace;
        this.sources = sources;
    }

    /**
     * Refuses a directory that cannot be written, before anything is downloaded for it. Makes nothing.
     *
     * @param parent the directory that will hold a repository; it may be one that is still to be made
     * @throws LabException with status 4 if it cannot be written, or not made
     */
    public static void requireWritable(Path parent) {
        var existing = parent.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw notWritten(parent, existing + " is not a directory", "name another directory");
        }
        if (!Files.isWritable(existing) || !Files.isExecutable(existing)) {
            throw notWritten(parent, "access denied: " + existing, ANOTHER_DIRECTORY);
        }
    }

    /**
     * Writes the repository.
     *
     * @param parent the directory that holds it, which is made if it is not there
     * @param packages the packages that it has; all of them are downloaded
     * @return the repository
     * @throws LabException with status 4 if it cannot be written; then it leaves nothing
     */
    public LocalRepository write(Path parent, String name, List<PackageFile> packages) {
        try {
            Files.createDirectories(parent);
            var partial = Files.createDirectory(hidden(parent, name));
            try {
                FreeSpace.require(parent, bytes(packages));
                copyLists(partial);
                copyPackages(packages, partial);
                Manifest.write(partial, partial.resolve(LocalRepository.MANIFEST));
                replace(parent.resolve(name), partial);
            } finally {
                delete(partial);
            }
            return new LocalRepository(parent.resolve(name));
        } catch (IOException e) {
            throw notWritten(parent, packages, Reason.of(e));
        } catch (UncheckedIOException e) {
            throw notWritten(parent, packages, Reason.of(e.getCause()));
        }
    }

    private LabException notWritten(Path parent, List<PackageFile> packages, String why) {
        return notWritten(
                parent,
                why,
                FullDisk.isNamedIn(why)
                        ? "make room for " + Math.round(bytes(packages) / MEGABYTE)
                                + " MB there, or name another directory"
                        : ANOTHER_DIRECTORY);
    }

    private static LabException notWritten(Path parent, String why, String remedy) {
        return LabException.missing("the packages cannot be written to " + parent, why, remedy);
    }

    /** Returns the size of packages and lists in bytes. */
    private long bytes(List<PackageFile> packages) {
        return Apt.Load.of(packages).bytes() + size(workspace.lists());
    }

    private static long size(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    /** Copies the lists, which the machine that uses them needs with their signatures. */
    private void copyLists(Path partial) throws IOException {
        for (var target : new Apt(shell, workspace).lists(TARGETS)) {
            var words = target.split("\t", -1);
            var list = Path.of(words[3]);
            var suite = partial.resolve(directory(words[0])).resolve("dists").resolve(words[1]);
            copy(list, suite.resolve(words[2]));
            var name = list.getFileName().toString();
            var prefix = name.substring(0, name.length() - words[2].length());
            for (var signed : SIGNED) {
                var file = list.resolveSibling(prefix + signed);
                if (Files.exists(file)) {
                    copy(file, suite.resolve(signed));
                }
            }
        }
    }

    private void copyPackages(List<PackageFile> packages, Path partial) throws IOException {
        for (var file : packages) {
            copy(workspace.archives().resolve(file.file()), partial.resolve(place(file.address())));
        }
    }

    private String directory(String address) {
        return sources.directories().entrySet().stream()
                .filter(known -> address.startsWith(known.getKey()))
                .findFirst()
                .orElseThrow(() -> LabException.missing(
                        "the packages could not be written",
                        address + " is none of the repositories that were asked",
                        ""))
                .getValue();
    }

    /** Returns where a package belongs: in the directory of its repository, as the lists name it. */
    private String place(String address) {
        var directory = directory(address);
        var base = sources.directories().entrySet().stream()
                .filter(known -> address.startsWith(known.getKey()))
                .findFirst()
                .orElseThrow()
                .getKey();
        var path = address.substring(base.length()).replace("+", "%2B");
        return directory + "/" + URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void replace(Path directory, Path complete) throws IOException {
        var old = hidden(directory.getParent(), directory.getFileName().toString());
        if (Files.exists(directory)) {
            Files.move(directory, old);
        }
        Files.move(complete, directory);
        delete(old);
    }

    private static Path hidden(Path parent, String name) {
        return parent.resolve("." + name + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
