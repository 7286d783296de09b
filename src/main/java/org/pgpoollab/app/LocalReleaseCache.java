package org.pgpoollab.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.BinaryStore;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.nativelab.HeldRoot;
import org.pgpoollab.release.CachedRelease;
import org.pgpoollab.release.ReleaseStore;
import org.pgpoollab.report.VersionsReport;
import org.pgpoollab.report.VersionsReport.FetchedRelease;
import org.pgpoollab.report.VersionsReport.UsingLab;
import org.pgpoollab.session.LabSummary;
import org.pgpoollab.session.ReleaseCache;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/** The releases in the cache of this user, and the labs that use them: all of this user, and running ones of others. */
final class LocalReleaseCache implements ReleaseCache {

    private final LabRegistry labs;
    private final BinaryStore machine;
    private final ReleaseStore store;
    private final Function<String, FetchPolicy> policyWithMirrors;
    private final Function<FetchPolicy, ReleaseStore> stores;

    LocalReleaseCache(
            LabRegistry labs, Shell shell, Map<String, String> environment, FetchPolicy policy, Consumer<String> tell) {
        this.labs = labs;
        this.machine = BinaryStore.ofUser(shell, environment, tell::accept);
        this.policyWithMirrors = mirrors -> policy.with(mirrors, "versions fetch trixie --mirror ");
        this.stores = chosen -> ReleaseStore.ofUser(shell, environment, chosen, tell::accept);
        this.store = stores.apply(policy);
    }

    @Override
    public VersionsReport report() {
        var all = labs.all();
        var foreign = HeldRoot.all().stream()
                .filter(held -> all.stream().noneMatch(lab -> held.lab().equals(Path.of(lab.directory()))))
                .toList();
        return new VersionsReport(
                ofMachine(),
                store.all().stream().map(each -> withLabs(each, all, foreign)).toList());
    }

    /** Returns the versions of this machine's programs; unknown if one is missing or does not run: {@code doctor} says why. */
    private ProgramVersions ofMachine() {
        try {
            return machine.present().map(Binaries::versions).orElse(ProgramVersions.UNKNOWN);
        } catch (LabException broken) {
            return ProgramVersions.UNKNOWN;
        }
    }

    private FetchedRelease withLabs(CachedRelease cached, List<LabSummary> all, List<HeldRoot> running) {
        return new FetchedRelease(
                cached.release(),
                cached.date(),
                cached.versions(),
                cached.bytes(),
                cached.damage(),
                cached.directory().toString(),
                Stream.concat(
                                all.stream()
                                        .filter(lab -> uses(lab, cached))
                                        .map(lab -> new UsingLab(lab.name(), lab.running())),
                                running.stream()
                                        .filter(held -> held.isBelow(cached.directory()))
                                        .map(this::foreign))
                        .toList());
    }

    /** Returns a lab of another state directory; one of this one that runs with its files gone is shown in the same way. */
    private UsingLab foreign(HeldRoot held) {
        var home = held.lab().getParent();
        var isUsual = home != null && home.getParent() != null && home.endsWith("pgpool-lab");
        return new UsingLab(
                held.lab().getFileName().toString(),
                true,
                isUsual ? home.getParent().toString() : String.valueOf(home),
                held.user());
    }

    private boolean uses(LabSummary lab, CachedRelease cached) {
        var directory = labs.home().lab(lab.name());
        return LabBinaries.in(directory).stream()
                .anyMatch(binaries -> cached.holds(binaries.root().path()));
    }

    @Override
    public boolean has(Release release) {
        return release.isOfMachine() ? machine.present().isPresent() : store.has(release);
    }

    @Override
    public void fetch(Release release, String mirrors) {
        var policy = policyWithMirrors.apply(mirrors);
        if (release.isOfMachine()) {
            policy.refuseIfOffline(
                    "this machine has not all programs of a lab", LocalRepository.elsewhere(release.name()));
            machine.obtain();
            return;
        }
        stores.apply(policy).obtain(release);
    }

    @Override
    public void fetch(Release release, Path from) {
        if (release.isOfMachine()) {
            machine.obtain(from);
            return;
        }
        store.obtain(release, from);
    }

    @Override
    public Path export(Release release, String mirrors, Path to) {
        var policy = policyWithMirrors.apply(mirrors);
        var written = release.isOfMachine()
                ? machine.export(policy, to)
                : stores.apply(policy).export(release, to);
        return written.directory();
    }

    @Override
    public long remove(Release release) {
        return store.remove(release, () -> refuseIfUsed(release));
    }
}
