package org.pgpoollab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.report.VersionsReport;
import org.pgpoollab.report.VersionsReport.FetchedRelease;
import org.pgpoollab.report.VersionsReport.UsingLab;
import org.pgpoollab.session.ReleaseCache;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/** A cache that fetches and removes nothing, but records what it was asked to do. */
final class FakeReleaseCache implements ReleaseCache {

    final List<String> done = new ArrayList<>();
    final List<FetchedRelease> cached = new ArrayList<>();

    void add(String release, String damage, UsingLab... labs) {
        var versions =
                ProgramVersions.of(ProgramVersion.of(17), ProgramVersion.of(5, 5, 0), ProgramVersion.of(4, 6, 1));
        cached.add(new FetchedRelease(
                new Release(release),
                "2026-11-28",
                versions,
                130 << 20,
                damage,
                "/cache/roots/" + release,
                List.of(labs)));
    }

    @Override
    public VersionsReport report() {
        var machine = ProgramVersions.of(ProgramVersion.of(15), ProgramVersion.of(5, 3, 3), ProgramVersion.of(4, 3, 5));
        return new VersionsReport(machine, cached);
    }

    @Override
    public boolean has(Release release) {
        return !report().of(release).isEmpty();
    }

    @Override
    public void fetch(Release release, String mirrors) {
        done.add(("fetch " + release + " " + mirrors).strip());
    }

    @Override
    public void fetch(Release release, Path from) {
        done.add("fetch " + release + " from " + from);
    }

    @Override
    public Path export(Release release, String mirrors, Path to) {
        done.add(("export " + release + " to " + to + " " + mirrors).strip());
        return to.resolve(release + "-amd64");
    }

    @Override
    public long remove(Release release) {
        done.add("remove " + release);
        return 130 << 20;
    }
}
