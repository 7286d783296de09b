package org.pgpoollab.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.BinaryStore;
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
    private final Function<String, ReleaseStore> storeWithMirrors;

    LocalReleaseCache(
            LabRegistry labs, Shell shell, Map<String, String> environment, FetchPolicy policy, Consumer<String> tell) {
        this.labs = labs;
        this.machine = BinaryStore.ofUser(shell, environment, tell::accept);
        this.storeWithMirrors = mirrors -> ReleaseStore.ofUser(
                shell, environment, policy.with(mirrors, "versions fetch trixie --mirror "), tell::accept);
        this.store = storeWithMirrors.apply("");
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
        try {
            var binaries = Binaries.read(labs.home().lab(lab.name()).binaries());
            return cached.holds(binaries.root().path());
        } catch (LabException notStarted) {
            return false;
        }
    }

    @Override
    public boolean has(Release release) {
        return store.has(release);
    }

    @Override
    public void fetch(Release release, String mirrors) {
        storeWithMirrors.apply(mirrors).obtain(release);
    }

    @Override
    public long remove(Release release) {
        return store.remove(release, () -> refuseIfUsed(release));
    }
}
