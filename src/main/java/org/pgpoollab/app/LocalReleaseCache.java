package org.pgpoollab.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pgpoollab.LabException;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.BinaryStore;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.release.CachedRelease;
import org.pgpoollab.release.ReleaseStore;
import org.pgpoollab.report.VersionsReport;
import org.pgpoollab.report.VersionsReport.FetchedRelease;
import org.pgpoollab.report.VersionsReport.UsingLab;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.session.ReleaseCache;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/** The releases in the cache of this user, and the labs of this user that use them. */
final class LocalReleaseCache implements ReleaseCache {

    private final LabRegistry labs;
    private final BinaryStore machine;
    private final ReleaseStore store;

    LocalReleaseCache(LabRegistry labs, Shell shell, Map<String, String> environment, Consumer<String> tell) {
        this.labs = labs;
        this.machine = BinaryStore.ofUser(shell, environment, tell::accept);
        this.store = ReleaseStore.ofUser(shell, environment, tell::accept);
    }

    @Override
    public VersionsReport report() {
        var all = labs.all();
        return new VersionsReport(
                ofMachine(),
                store.all().stream().map(each -> withLabs(each, all)).toList());
    }

    /** Returns the versions of this machine's programs; unknown if one is missing or does not run: {@code doctor} says why. */
    private ProgramVersions ofMachine() {
        try {
            return machine.present().map(Binaries::versions).orElse(ProgramVersions.UNKNOWN);
        } catch (LabException broken) {
            return ProgramVersions.UNKNOWN;
        }
    }

    private FetchedRelease withLabs(CachedRelease cached, List<LabSummary> all) {
        return new FetchedRelease(
                cached.release(),
                cached.date(),
                cached.versions(),
                cached.bytes(),
                cached.damage(),
                cached.directory().toString(),
                all.stream()
                        .filter(lab -> uses(lab, cached))
                        .map(lab -> new UsingLab(lab.name(), lab.running()))
                        .toList());
    }

    private boolean uses(LabSummary lab, CachedRelease cached) {
        var directory = labs.home().lab(lab.name());
        return LabBinaries.in(directory).stream()
                .anyMatch(binaries -> cached.holds(binaries.root().path()));
    }

    @Override
    public boolean has(Release release) {
        return store.has(release);
    }

    @Override
    public void fetch(Release release) {
        store.obtain(release);
    }

    @Override
    public long remove(Release release) {
        return store.remove(release, () -> refuseIfUsed(release));
    }
}
