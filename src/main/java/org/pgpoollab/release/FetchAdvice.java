package org.pgpoollab.release;

import java.nio.file.Path;
import org.pgpoollab.Exit;
import org.pgpoollab.FullDisk;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.apt.PackageSources;
import org.pgpoollab.apt.PgdgSource;
import org.pgpoollab.topology.Release;

/**
 * Says what helps when a release could not be fetched.
 *
 * @param cache where the download goes
 */
record FetchAdvice(Release release, PackageSources sources, Path cache) {

    /** Returns the same trouble with a remedy, unless it has one. */
    LabException on(LabException cause) {
        var problem = cause.problems().get(0);
        if (cause.exit() == Exit.INTERRUPTED || !problem.remedy().isEmpty()) {
            return cause;
        }
        return LabException.missing(problem.what(), problem.why(), remedy(problem.why()));
    }

    private String remedy(String why) {
        if (FullDisk.isNamedIn(why)) {
            return "make room for 400 MB in " + cache
                    + ", or let XDG_CACHE_HOME name a roomier directory, and try again";
        }
        if (sources.areLocal()) {
            return "copy the directory again; or " + LocalRepository.elsewhere(release.name());
        }
        return "again when the network and " + sources.place(release) + " are in order"
                + (release.isOfPgdg() ? ", or name a mirror: " + PgdgSource.MIRROR_VARIABLE + "=URL" : "") + "\nor: "
                + LocalRepository.elsewhere(release.name()) + "\nor with other programs: up --release "
                + (release.isOfPgdg() ? release.debian() : Release.OF_MACHINE);
    }
}
