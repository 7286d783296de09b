package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.pgpoollab.Exit;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.apt.AptConfiguration;
import org.pgpoollab.apt.FetchProgress;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.FreeSpace;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.apt.PackageSources;
import org.pgpoollab.apt.RepositoryWriter;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;

/**
 * Downloads the lab's programs for a machine that has the same system and no network. It downloads all that they depend on, because nobody
 * knows what the other machine has.
 *
 * @param debian the release of Debian that both machines have
 */
record MachineExport(Shell shell, PackageSources sources, Release debian, FetchProgress progress) {

    /** The required free space in bytes: package lists and apt's cache of them 130 MB, packages 110 MB. */
    private static final long ROOM = 270_000_000;

    /**
     * Writes the programs as a repository. The caller must hold the {@link org.pgpoollab.apt.FetchLock}.
     *
     * @param cache the directory in which the download is prepared
     * @param parent the directory that gets the repository
     * @throws LabException with status 4 if it fails; before anything is downloaded if the parent cannot be written
     */
    LocalRepository write(Path cache, Path parent, String name) {
        RepositoryWriter.requireWritable(parent);
        try (var workspace = FetchWorkspace.open(cache, AptConfiguration::ofRelease)) {
            FreeSpace.require(cache, ROOM);
            sources.requireKeyring("the programs of a machine with Debian " + debian);
            Files.createFile(workspace.status());
            Files.writeString(workspace.sources(), sources.ofDebian(debian));
            return write(workspace, parent, name);
        } catch (IOException e) {
            throw advised(LabException.missing("the programs could not be fetched", Reason.of(e), ""), cache);
        } catch (LabException e) {
            throw advised(e, cache);
        }
    }

    private LocalRepository write(FetchWorkspace workspace, Path parent, String name) {
        var apt = new Apt(shell, workspace);
        progress.tell("asking " + sources.mirror() + " what " + debian + " has");
        var update = apt.update();
        if (!update.succeeded()) {
            throw LabException.missing("the packages of " + debian + " cannot be listed", Apt.cause(update), "");
        }
        var needs = EnumSet.complementOf(EnumSet.of(RequiredProgram.UTIL_LINUX));
        var packages = apt.resolve(AptFetch.packages(apt, needs, update));
        progress.tell("fetching " + Apt.Load.of(packages).text());
        apt.downloadOnly(packages);
        progress.tell("writing them to " + parent.resolve(name));
        var written = new RepositoryWriter(shell, workspace, sources).write(parent, name, packages);
        workspace.forget();
        return written;
    }

    private LabException advised(LabException cause, Path cache) {
        var problem = cause.problems().get(0);
        if (cause.exit() == Exit.INTERRUPTED || !problem.remedy().isEmpty()) {
            return cause;
        }
        return LabException.missing(
                problem.what(),
                problem.why(),
                FullDisk.isNamedIn(problem.why())
                        ? "make room for 300 MB in " + cache + ", or let XDG_CACHE_HOME name a roomier directory"
                        : "again when the network and " + sources.mirror() + " are in order");
    }
}
