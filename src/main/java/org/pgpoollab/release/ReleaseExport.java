package org.pgpoollab.release;

import java.io.IOException;
import java.nio.file.Path;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.AptConfiguration;
import org.pgpoollab.apt.FetchWorkspace;
import org.pgpoollab.apt.FreeSpace;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.apt.RepositoryWriter;
import org.pgpoollab.topology.Release;

/** Downloads a release for a machine without a network. */
record ReleaseExport(ReleaseDownload download) {

    /** The required free space in bytes: package lists and apt's cache of them 130 MB, packages 60 MB. */
    private static final long ROOM = 220_000_000;

    /**
     * Writes the release as a repository. The caller must hold the {@link org.pgpoollab.apt.FetchLock}.
     *
     * @param cache the directory in which the download is prepared
     * @param parent the directory that gets the repository
     * @throws LabException with status 4 if it fails; before anything is downloaded if the parent cannot be written
     */
    LocalRepository write(Release release, Path cache, Path parent, String name) {
        RepositoryWriter.requireWritable(parent);
        try (var workspace = FetchWorkspace.open(cache, AptConfiguration::ofRelease)) {
            FreeSpace.require(cache, ROOM);
            var packages = download.into(workspace, release).all();
            download.progress().tell("writing " + packages.size() + " packages to " + parent.resolve(name));
            var written =
                    new RepositoryWriter(download.shell(), workspace, download.sources()).write(parent, name, packages);
            workspace.forget();
            return written;
        } catch (IOException e) {
            throw advice(release, cache)
                    .on(LabException.missing("the release " + release + " could not be fetched", Reason.of(e), ""));
        } catch (LabException e) {
            throw advice(release, cache).on(e);
        }
    }

    private FetchAdvice advice(Release release, Path cache) {
        return new FetchAdvice(release, download.sources(), cache);
    }
}
