package org.pgpoollab.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pgpoollab.Exit;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.apt.AptConfiguration;
import org.pgpoollab.apt.FetchProgress;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.PackageFile;
import org.pgpoollab.binaries.RootPrograms;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * Makes the root directory of a release from Debian's packages, as an ordinary user: apt resolves, downloads and verifies them, and no
 * script of a package is run. Packages that only such scripts need are left out; that nothing else is missing is shown by the dynamic
 * loader. The root directory gets its final name only when it is complete.
 */
final class ReleaseFetch {

    /** The required free space in bytes: package lists and apt's cache of them 70 MB, packages 60 MB, the root directory 130 MB. */
    private static final long ROOM = 350_000_000;

    private static final double MEGABYTE = 1e6;

    /** What nodes need beside the servers. Packages that Debian calls essential do not come by themselves. */
    private static final List<String> TOOLS = List.of(
            "pgpool2",
            "iproute2",
            "iputils-arping",
            "iputils-ping",
            "socat",
            "util-linux",
            "mount",
            "hostname",
            "libc-bin",
            "dash",
            "bash",
            "coreutils",
            "findutils",
            "mawk",
            "procps",
            "grep",
            "sed",
            "ncurses-base",
            "base-files");

    /** Dependencies that only packages' scripts, the JIT compiler or programs need that no lab runs. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("adduser|base-passwd|bsdextrautils|debconf|dpkg|gcc-[0-9]+-base"
                    + "|init-system-helpers|libc-l10n|libdb5.*|libdebconfclient0|libedit2|libgdbm.*|libllvm.*|libpam-.*|libperl.*"
                    + "|libsemanage.*|libsepol.*|libsqlite3.*|libsystemd-shared|libz3-.*|lib.*-perl|locales|login.*|netbase|openssl.*|passwd"
                    + "|perl.*|postgresql-client-common|postgresql-common.*|readline-common|sensible-utils|ssl-cert|systemd|sysuser-helper"
                    + "|sysvinit-utils|tar|ucf");

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
    private final PackageSources sources;
    private final FetchProgress progress;

    ReleaseFetch(Shell shell, PackageSources sources, FetchProgress progress) {
        this.shell = shell;
        this.sources = sources;
        this.progress = progress;
    }

    /**
     * Fetches the newest packages of a release. The caller must hold the {@link org.pgpoollab.apt.FetchLock}.
     *
     * @param destination does not exist; its parent does
     * @throws LabException with status 4 if it fails; then it leaves nothing but packages, which the next attempt uses
     */
    void fetch(Release release, CachedRoot destination) {
        var cache = destination.directory().getParent();
        try (var workspace = FetchWorkspace.open(cache, AptConfiguration::ofRelease)) {
            sources.requireKeyring(release);
            refuseIfFull(cache);
            refuseIfNothingRunsIn(workspace.directory());
            var began = System.nanoTime();
            Files.writeString(workspace.directory().resolve("sources.list"), sources.list(release));
            Files.createFile(workspace.directory().resolve("status"));
            var made = new CachedRoot(workspace.tree());
            var packages = download(release, workspace);
            make(release, workspace, packages, made);
            var size = new RootTree(shell, made.tree()).bytes();
            workspace.publish(destination.directory());
            workspace.forget();
            progress.tell("fetched " + release + " into " + destination.directory() + ": " + Math.round(size / MEGABYTE)
                    + " MB, in " + seconds(Duration.ofNanos(System.nanoTime() - began)));
        } catch (IOException e) {
            throw advised(LabException.missing(failure(release), Reason.of(e), ""), cache);
        } catch (LabException e) {
            throw advised(e, cache);
        }
    }

    private static String failure(Release release) {
        return "the release " + release + " could not be fetched";
    }

    private static void refuseIfFull(Path cache) throws IOException {
        var free = Files.getFileStore(cache).getUsableSpace();
        if (free < ROOM) {
            throw new IOException("No space left on device: " + Math.round(free / MEGABYTE) + " MB are free where "
                    + Math.round(ROOM / MEGABYTE) + " are needed");
        }
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

    private List<PackageFile> download(Release release, FetchWorkspace workspace) {
        var apt = new Apt(shell, workspace);
        progress.tell("asking " + sources.mirror() + " what " + release + " has");
        var update = apt.update();
        if (!update.succeeded()) {
            throw LabException.missing("the packages of " + release + " cannot be listed", Apt.cause(update), "");
        }
        var wanted = apt.resolve(asked(release, apt)).stream()
                .filter(file -> !LEFT_OUT.matcher(file.name()).matches())
                .toList();
        var load = Apt.Load.of(wanted);
        progress.tell("fetching " + release + ": " + versions(wanted) + "; " + load.text());
        DownloadProgress.during(() -> apt.downloadOnly(wanted), workspace.archives(), load.bytes(), progress);
        return wanted;
    }

    private static List<String> asked(Release release, Apt apt) {
        var major = apt.newestPostgres()
                .orElseThrow(() -> LabException.missing(
                        "the release " + release + " cannot be used for a lab",
                        "it has no repmgr: no package postgresql-N-repmgr",
                        "up --release trixie, or --release sid"));
        var asked = new ArrayList<>(
                List.of("postgresql-" + major, "postgresql-client-" + major, "postgresql-" + major + "-repmgr"));
        asked.addAll(TOOLS);
        return asked;
    }

    /** Returns the versions of the servers: {@code PostgreSQL 17.12, repmgr 5.5.0, Pgpool-II 4.6.1}. */
    private static String versions(List<PackageFile> packages) {
        return "PostgreSQL " + version(packages, "postgresql-[0-9]+") + ", repmgr "
                + version(packages, "postgresql-[0-9]+-repmgr") + ", Pgpool-II " + version(packages, "pgpool2");
    }

    private static String version(List<PackageFile> packages, String name) {
        return packages.stream()
                .filter(file -> file.name().matches(name))
                .map(PackageFile::upstreamVersion)
                .findFirst()
                .orElse("?");
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

    private LabException advised(LabException cause, Path cache) {
        var problem = cause.problems().get(0);
        if (cause.exit() == Exit.INTERRUPTED || !problem.remedy().isEmpty()) {
            return cause;
        }
        return LabException.missing(problem.what(), problem.why(), remedy(problem.why(), cache));
    }

    private String remedy(String why, Path cache) {
        if (FullDisk.isNamedIn(why)) {
            return "make room for 400 MB in " + cache
                    + ", or let XDG_CACHE_HOME name a roomier directory, and try again";
        }
        return "again when the network and " + sources.mirror()
                + " are in order, or use the programs of this machine: up --release " + Release.OF_MACHINE;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
