package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.Apt;
import org.pgpoollab.apt.FetchLock;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.apt.FetchProgress;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.apt.PackageSources;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;
import org.pgpoollab.topology.StateHome;
import org.pgpoollab.version.ProgramVersions;

/**
 * Provides the lab's programs: it uses those of the machine, takes missing ones from the cache, and downloads the rest into the cache.
 * After that, as long as the machine does not change, the answer comes from one small file and no process is started.
 */
public final class BinaryStore {

    private static final String MACHINE = Release.OF_MACHINE.name();
    private static final Duration WAIT_FOR_ANOTHER = Duration.ofMinutes(20);

    private final Shell shell;
    private final HostSystem machine;
    private final Path cache;
    private final FetchProgress progress;
    private final BinaryFinder finder;

    /**
     * Creates the store of the user with this environment.
     *
     * @throws LabException with status 4 if the environment does not name the user's cache
     */
    public static BinaryStore ofUser(Shell shell, Map<String, String> environment, FetchProgress progress) {
        return new BinaryStore(
                shell, HostSystem.local(environment), StateHome.of(environment).cache(), progress);
    }

    BinaryStore(Shell shell, HostSystem machine, Path cache, FetchProgress progress) {
        this.shell = shell;
        this.machine = machine;
        this.cache = cache;
        this.progress = progress;
        this.finder = new BinaryFinder(shell);
    }

    /**
     * Returns all programs, ready to run. A download takes seconds to minutes and is reported to {@code progress}.
     *
     * @throws LabException with status 4 if a program is missing and cannot be downloaded; it says what to install
     */
    public Binaries obtain() {
        var stamp = stamp();
        return stamp.read().orElseGet(() -> {
            var binaries = search();
            stamp.write(binaries);
            return binaries;
        });
    }

    /**
     * Fetches what is missing from a directory that {@link #export} has written on a machine with the same system. Needs no network.
     *
     * @throws LabException with status 4 if the directory does not have it, or its packages are not as Debian has signed them
     */
    public void obtain(Path parent) {
        if (present().isPresent()) {
            return;
        }
        var installed = finder.on(machine);
        refuseUnlessFetchable(installed.missing());
        var repository = LocalRepository.in(parent, repositoryName(), MACHINE);
        var sources = PackageSources.OF_DEBIAN.with(keyring()).in(repository);
        sources.requireKeyring("the programs");
        fetch(installed, AptFetch.from(repository, sources.ofDebian(debian()), shell, progress));
        obtain();
    }

    /**
     * Downloads all that a machine with the same system may lack into a directory that can be carried there.
     *
     * @param policy what may be fetched, and from where
     * @return the repository that was written
     * @throws LabException with status 4 if it cannot be fetched or written, or the system is not Debian
     */
    public LocalRepository export(FetchPolicy policy, Path parent) {
        policy.refuseIfOffline(
                "the programs cannot be fetched",
                "without --offline, where there is a network: versions fetch machine --to " + parent);
        var debian = debian();
        requireApt(EnumSet.complementOf(EnumSet.of(RequiredProgram.UTIL_LINUX)));
        var sources = PackageSources.ofMachine(shell).with(policy).with(keyring());
        return locked(() -> new MachineExport(shell, sources, debian, progress).write(cache, parent, repositoryName()));
    }

    private Release debian() {
        return machine.debianRelease()
                .map(Release::new)
                .orElseThrow(() -> LabException.missing(
                        "the programs of this machine cannot be carried to another one",
                        "only packages of Debian are, and this is " + machine.system(),
                        "a release of Debian, which runs on any system: versions fetch " + Release.OLDEST
                                + " --to DIRECTORY"));
    }

    private Path keyring() {
        return machine.root().resolve(Path.of("/").relativize(PackageSources.KEYRING));
    }

    private String repositoryName() {
        return MACHINE + "-" + machine.system();
    }

    /** Returns the programs that were found before; empty if nobody has looked, or the machine has changed since. Starts no process. */
    public Optional<Binaries> known() {
        return stamp().read();
    }

    /** Returns the programs that are here, installed or fetched before; empty if some are missing. Fetches nothing. */
    public Optional<Binaries> present() {
        return known().or(() -> {
            var installed = finder.on(machine);
            return installed.areComplete()
                    ? Optional.of(new VersionCheck(shell).ask(installed, "see to it that it runs"))
                    : fetched(installed);
        });
    }

    private MachineFingerprint stamp() {
        return new MachineFingerprint(cache.resolve("found.properties"), machine.fingerprint());
    }

    /** Checks whether the programs are there or could be fetched. Fetches nothing. */
    public MachineCheck check() {
        var subject = "servers";
        try {
            var installed = finder.on(machine);
            var missing = installed.missing();
            if (missing.isEmpty()) {
                var binaries = new VersionCheck(shell).ask(installed, "see to it that it runs");
                return checked(subject, binaries.versions(), ", installed");
            }
            var fetched = fetched(installed);
            if (fetched.isPresent()) {
                return checked(subject, fetched.get().versions(), ", fetched into " + cache);
            }
            refuseUnlessFetchable(missing);
            return MachineCheck.limited(
                    subject,
                    "missing: " + AptFetch.titles(missing) + "; the first up fetches them into " + cache,
                    machine.family().advice(missing));
        } catch (LabException e) {
            return MachineCheck.unmet(subject, e.problems().get(0));
        }
    }

    private static MachineCheck checked(String subject, ProgramVersions versions, String where) {
        var untried = versions.untried();
        return untried.isEmpty()
                ? MachineCheck.met(subject, versions.text() + where)
                : MachineCheck.limited(subject, versions.text() + where + "; " + String.join("; ", untried), "");
    }

    private Binaries search() {
        var installed = finder.on(machine);
        if (installed.areComplete()) {
            return new VersionCheck(shell).ask(installed, "see to it that it runs");
        }
        var missing = installed.missing();
        refuseUnlessFetchable(missing);
        return fetched(installed).orElseGet(() -> fetch(installed, AptFetch.ofMachine(shell, progress)));
    }

    /** Returns the programs with a tree that was downloaded before, if one has all that is missing. */
    private Optional<Binaries> fetched(SearchResult installed) {
        return trees().stream()
                .filter(tree -> installed.filledUpFrom(finder.in(tree)).areComplete())
                .findFirst()
                .map(tree -> check(installed, tree));
    }

    private Binaries fetch(SearchResult installed, AptFetch fetch) {
        var tree = systemDirectory().resolve(name(installed.missing()));
        return locked(() -> fetched(installed).orElseGet(() -> {
            fetch.fetch(installed.missing(), cache, tree, partial -> isUsable(installed, partial));
            return check(installed, tree);
        }));
    }

    private <T> T locked(Supplier<T> work) {
        try {
            return new FetchLock(cache.resolve("lock"), WAIT_FOR_ANOTHER, progress).holding(work);
        } catch (IOException e) {
            throw LabException.missing(
                    "the programs cannot be fetched into " + cache,
                    Reason.of(e),
                    "make it writable, or let XDG_CACHE_HOME name another directory");
        }
    }

    private boolean isUsable(SearchResult installed, Path tree) {
        var all = installed.filledUpFrom(finder.in(tree));
        if (all.areComplete()) {
            new VersionCheck(shell).ask(all, installAdvice(installed.missing()));
        }
        return all.areComplete();
    }

    private Binaries check(SearchResult installed, Path tree) {
        return new VersionCheck(shell)
                .ask(
                        installed.filledUpFrom(finder.in(tree)),
                        "rm -r " + tree + ", and try again: that fetches it anew");
    }

    private void refuseUnlessFetchable(Set<RequiredProgram> missing) {
        if (missing.contains(RequiredProgram.UTIL_LINUX)) {
            throw LabException.missing(
                    AptFetch.titles(missing) + " missing on this machine",
                    "unshare and nsenter must be those of the system",
                    installAdvice(missing));
        }
        requireApt(missing);
    }

    private void requireApt(Set<RequiredProgram> missing) {
        var lacking = Apt.PROGRAMS.stream()
                .filter(program -> machine.program(program).isEmpty())
                .toList();
        if (!lacking.isEmpty()) {
            throw LabException.missing(
                    AptFetch.titles(missing) + " missing on this machine",
                    "they cannot be fetched either: there is no " + String.join(", ", lacking),
                    installAdvice(missing));
        }
    }

    private String installAdvice(Set<RequiredProgram> missing) {
        return machine.family().advice(missing) + ", or: --engine compose";
    }

    private List<Path> trees() {
        try (var children = Files.list(systemDirectory())) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path systemDirectory() {
        return cache.resolve("programs").resolve(machine.system());
    }

    private static String name(Set<RequiredProgram> needs) {
        return needs.stream().map(need -> need.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining("-"));
    }
}
