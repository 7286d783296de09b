package org.pgpoollab.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.AptConfiguration;
import org.pgpoollab.apt.FetchProgress;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.FreeSpace;
import org.pgpoollab.apt.Manifest;
import org.pgpoollab.apt.PackageFile;
import org.pgpoollab.binaries.RootPrograms;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * Makes the root directory of a release from its packages, as an ordinary user. No script of a package is run. That nothing is missing is shown
 * by the dynamic loader. The root directory gets its final name only when it is complete.
 */
final class ReleaseFetch {

    /** The required free space in bytes: package lists and apt's cache of them 70 MB, packages 60 MB, the root directory 130 MB. */
    private static final long ROOM = 350_000_000;

    private static final double MEGABYTE = 1e6;

    /** The programs that a lab runs on its nodes, or that its users expect there. Others that lack a library are removed. */
    private static final Set<String> REQUIRED = Set.of(
            "pgpool",
            "ip",
            "tc",
            "arping",
            "ping",
            "socat",
            "unshare",
            "nsenter",
            "setsid",
            "mount",
            "umount",
            "hostname",
            "dash",
            "bash",
            "cat",
            "chmod",
            "cp",
            "df",
            "find",
            "ln",
            "ls",
            "mawk",
            "mkdir",
            "mv",
            "ps",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "stat",
            "tail",
            "xargs",
            "grep");

    private final Shell shell;
    private final ReleaseDownload download;
    private final FetchProgress progress;

    ReleaseFetch(ReleaseDownload download) {
        this.shell = download.shell();
        this.download = download;
        this.progress = download.progress();
    }

    /**
     * Fetches the newest packages of a release. The caller must hold the {@link org.pgpoollab.apt.FetchLock}.
     *
     * @param destination does not exist; its parent does
     * @throws LabException with status 4 if it fails; then it leaves nothing but packages, which the next attempt uses
     */
    void fetch(Release release, CachedRoot destination) {
        var cache = destination.directory().getParent();
        var advice = new FetchAdvice(release, download.sources(), cache);
        try (var workspace = FetchWorkspace.open(cache, AptConfiguration::ofRelease)) {
            FreeSpace.require(cache, ROOM);
            refuseIfNothingRunsIn(workspace.directory());
            var began = System.nanoTime();
            var made = new CachedRoot(workspace.tree());
            var packages = download.into(workspace, release).packages();
            make(release, workspace, packages, made);
            var size = new RootTree(shell, made.tree()).bytes();
            workspace.publish(destination.directory());
            workspace.forget();
            progress.tell("fetched " + release + " into " + destination.directory() + ": " + Math.round(size / MEGABYTE)
                    + " MB, in " + seconds(Duration.ofNanos(System.nanoTime() - began)));
        } catch (IOException e) {
            throw advice.on(LabException.missing(failure(release), Reason.of(e), ""));
        } catch (LabException e) {
            throw advice.on(e);
        }
    }

    private static String failure(Release release) {
        return "the release " + release + " could not be fetched";
    }

    /** Programs of a release are run from the cache, which a file system mounted with noexec does not allow. */
    private void refuseIfNothingRunsIn(Path directory) throws IOException {
        var probe = Files.writeString(directory.resolve("probe"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
        try {
            shell.run(Command.of(probe.toString()));
        } catch (LabException e) {
            throw LabException.missing(
                    "no program can be run in " + directory.getParent(),
                    e.problems().get(0).why(),
                    "let XDG_CACHE_HOME name a directory of a file system that is not mounted with noexec");
        }
    }

    private void make(Release release, FetchWorkspace workspace, List<PackageFile> packages, CachedRoot made)
            throws IOException {
        progress.tell("unpacking " + packages.size() + " packages");
        Files.createDirectories(made.tree());
        var tree = new RootTree(shell, made.tree());
        tree.unpack(packages.stream()
                .map(file -> workspace.archives().resolve(file.file()))
                .toList());
        var root = RootPrograms.root(release.name(), made.tree());
        for (var file : new LibraryCheck(shell).lacking(root).entrySet()) {
            if (isRequired(file.getKey())) {
                throw LabException.missing(
                        failure(release),
                        file.getKey() + " needs " + String.join(", ", file.getValue())
                                + ", which is in none of the packages",
                        "");
            }
            tree.remove(made.tree().resolve(file.getKey()));
        }
        new RootPrograms(shell).in(root, "up --release with an older release, or with " + Release.OF_MACHINE);
        Files.write(
                made.packages(),
                packages.stream()
                        .map(file -> file.name() + " " + file.version())
                        .sorted()
                        .toList());
        Manifest.write(made.tree(), made.manifest());
    }

    private static boolean isRequired(Path file) {
        var name = file.getFileName().toString();
        return file.startsWith("usr/lib/postgresql") || name.startsWith("pcp_") || REQUIRED.contains(name);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
