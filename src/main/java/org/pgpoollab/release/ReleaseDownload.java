package org.pgpoollab.release;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.apt.FetchProgress;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.PackageFile;
import org.pgpoollab.apt.PackageSources;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * Downloads the newest packages of a release into a workspace: apt resolves, downloads and verifies them. Packages that only scripts of
 * packages need are left out.
 *
 * @param pgdgKeys the file of the keys that verify PGDG's packages; empty for those that Debian has
 */
record ReleaseDownload(Shell shell, PackageSources sources, String pgdgKeys, FetchProgress progress) {

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

    /**
     * What was downloaded.
     *
     * @param packages the packages of the root directory
     * @param keys the packages with the keys that verify some of them; none if Debian's keys do
     */
    record Downloaded(List<PackageFile> packages, List<PackageFile> keys) {

        /** Returns all that somebody needs who makes the root directory elsewhere. */
        List<PackageFile> all() {
            return Stream.concat(packages.stream(), keys.stream()).distinct().toList();
        }
    }

    /** @throws LabException with status 4 if the packages cannot be had, or the release has not all programs of a lab */
    Downloaded into(FetchWorkspace workspace, Release release) throws IOException {
        sources.requireKeyring("the release " + release);
        Files.createFile(workspace.status());
        var apt = new Apt(shell, workspace);
        progress.tell("asking " + sources.place(release) + " what " + release + " has");
        var keys = release.isOfPgdg() ? pgdgKeys(release, workspace, apt) : List.<PackageFile>of();
        update(release, sources.list(release), workspace, apt);
        var wanted = apt.resolve(asked(release, apt)).stream()
                .filter(file -> !LEFT_OUT.matcher(file.name()).matches())
                .toList();
        var load = Apt.Load.of(wanted);
        progress.tell("fetching " + release + ": " + versions(wanted) + "; " + load.text());
        DownloadProgress.during(() -> apt.downloadOnly(wanted), workspace.archives(), load.bytes(), progress);
        return new Downloaded(wanted, keys);
    }

    private List<PackageFile> pgdgKeys(Release release, FetchWorkspace workspace, Apt apt) throws IOException {
        var key = new PgdgKey(shell, workspace);
        if (!pgdgKeys.isEmpty()) {
            key.copy(pgdgKeys);
            return List.of();
        }
        update(release, sources.ofDebian(release), workspace, apt);
        return key.fetch(apt);
    }

    private static void update(Release release, String list, FetchWorkspace workspace, Apt apt) throws IOException {
        Files.writeString(workspace.sources(), list);
        var update = apt.update();
        if (!update.succeeded()) {
            throw LabException.missing("the packages of " + release + " cannot be listed", Apt.cause(update), "");
        }
    }

    private static List<String> asked(Release release, Apt apt) {
        var majors = apt.postgresMajors();
        var major = release.isOfPgdg() ? major(release, majors) : newest(release, majors);
        var asked = new ArrayList<>(
                List.of("postgresql-" + major, "postgresql-client-" + major, "postgresql-" + major + "-repmgr"));
        asked.addAll(TOOLS);
        return asked;
    }

    private static int newest(Release release, List<Integer> majors) {
        if (majors.isEmpty()) {
            throw LabException.missing(
                    "the release " + release + " cannot be used for a lab",
                    "it has no repmgr: no package postgresql-N-repmgr",
                    "up --release trixie, or --release sid");
        }
        return majors.get(majors.size() - 1);
    }

    private static int major(Release release, List<Integer> majors) {
        var major = release.postgresMajor().orElseThrow();
        if (!majors.contains(major)) {
            throw LabException.missing(
                    "the release " + release + " cannot be used for a lab",
                    "there is no PostgreSQL " + major + " with repmgr; there is "
                            + majors.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    "up --release " + release.pgdgSuite() + "-" + newest(release, majors));
        }
        return major;
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
}
