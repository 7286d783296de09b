package org.pgpoollab.session;

import java.nio.file.Path;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.report.VersionsReport;
import org.pgpoollab.report.VersionsReport.UsingLab;
import org.pgpoollab.topology.Release;

/** Gives a command access to the programs of this machine and of the releases in the user's cache, which all labs share. */
public interface ReleaseCache {

    /** Returns what this machine and the cache have, and which labs use it. Fetches nothing. */
    VersionsReport report();

    /** Returns whether a lab of this release, or of this machine's programs, needs no download. */
    boolean has(Release release);

    /**
     * Fetches a release unless it is there; without a lab.
     *
     * @param mirrors the addresses of mirrors as they were typed; empty for those of the environment, or of the machine's apt sources
     * @throws LabException if it cannot be fetched
     */
    void fetch(Release release, String mirrors);

    /**
     * Fetches a release, or what the machine lacks, from a directory that {@link #export} has written; needs no network.
     *
     * @throws LabException if the directory does not have it, or it is damaged
     */
    void fetch(Release release, Path from);

    /**
     * Downloads a release, or what a machine with the same system may lack, into a directory for a machine without a network.
     *
     * @param mirrors as for {@link #fetch(Release, String)}
     * @return the directory in it that was written
     * @throws LabException if it cannot be fetched or written
     */
    Path export(Release release, String mirrors, Path to);

    /** @throws LabException if a running lab uses the release, also one of another user; it names the lab */
    default void refuseIfUsed(Release release) {
        report().of(release).stream()
                .flatMap(root -> root.labs().stream())
                .filter(UsingLab::running)
                .findFirst()
                .ifPresent(lab -> {
                    throw LabException.failed(
                            "the release " + release + " cannot be removed",
                            "the lab " + lab.place() + " runs with it"
                                    + (lab.user().isEmpty() ? "" : "; " + lab.user() + " started it"),
                            lab.stateHome().isEmpty()
                                    ? "down --lab " + lab.name()
                                    : "XDG_STATE_HOME=" + lab.stateHome() + " " + LaunchCommand.ofProcess()
                                            + " down --lab " + lab.name()
                                            + (lab.user().isEmpty() ? "" : "    (as " + lab.user() + ")"));
                });
    }

    /**
     * Removes all root directories of a release from the cache.
     *
     * @return how many bytes that freed
     * @throws LabException if a running lab uses one; then nothing is removed
     */
    long remove(Release release);
}
