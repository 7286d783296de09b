package org.pgpoollab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.apt.FetchLock;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.apt.FetchProgress;
import org.pgpoollab.apt.LocalRepository;
import org.pgpoollab.apt.PackageSources;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.RootPrograms;
import org.pgpoollab.engine.RootDirectory;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Release;
import org.pgpoollab.topology.StateHome;

/**
 * The root directories of other releases in the user's cache, which all labs share. Each has the date of its download in its path and never
 * changes, so that a lab keeps the programs with which it was made.
 */
public final class ReleaseStore {

    private static final String PREFIX = "debian-";
    private static final Duration WAIT_FOR_ANOTHER = Duration.ofMinutes(20);
    private static final Map<String, String> ARCHITECTURES = Map.of("amd64", "amd64", "aarch64", "arm64");

    private final Shell shell;
    private final Path cache;
    private final FetchProgress progress;
    private final Clock clock;
    private final Path keyring;
    private final FetchPolicy policy;
    private final Set<CachedRoot> damaged = ConcurrentHashMap.newKeySet();

    /** Returns the store of the user with this environment. */
    public static ReleaseStore ofUser(
            Shell shell, Map<String, String> environment, FetchPolicy policy, FetchProgress progress) {
        return new ReleaseStore(
                shell,
                StateHome.of(environment).cache().resolve("roots"),
                progress,
                Clock.systemUTC(),
                PackageSources.KEYRING,
                policy);
    }

    ReleaseStore(Shell shell, Path cache, FetchProgress progress, Clock clock, Path keyring, FetchPolicy policy) {
        this.shell = shell;
        this.cache = cache;
        this.progress = progress;
        this.clock = clock;
        this.keyring = keyring;
        this.policy = policy;
    }

    /**
     * Returns the programs of a release, from the newest root directory that is whole; without one it fetches one, which takes up to a minute
     * and is reported to {@code progress}.
     *
     * @throws LabException with status 4 if it cannot be fetched
     */
    public Binaries obtain(Release release) {
        return cached(release).orElseGet(() -> {
            policy.refuseIfOffline(
                    "the release " + release + " is not in the cache",
                    "without --offline, where there is a network: versions fetch " + release + "\nor: "
                            + LocalRepository.elsewhere(release.name()));
            return fetch(release, this::sources);
        });
    }

    /**
     * Fetches a release from a directory that {@link #export} has written, unless it is in the cache. Needs no network.
     *
     * @throws LabException with status 4 if the directory does not have it, or its packages are not as Debian has signed them
     */
    public void obtain(Release release, Path parent) {
        if (cached(release).isEmpty()) {
            var repository = LocalRepository.in(parent, name(release), release.name());
            fetch(release, () -> sources().in(repository));
        }
    }

    /**
     * Downloads a release into a directory that can be carried to a machine without a network. The cache stays as it is.
     *
     * @return the repository that was written
     * @throws LabException with status 4 if it cannot be fetched or written
     */
    public LocalRepository export(Release release, Path parent) {
        policy.refuseIfOffline(
                "the release " + release + " cannot be fetched",
                "without --offline, where there is a network: versions fetch " + release + " --to " + parent);
        return lockedIn(
                directory(release),
                () -> new ReleaseExport(download(sources())).write(release, directory(release), parent, name(release)));
    }

    /** Returns all root directories in the cache, in the order of {@link Release#words}, the newest of a release first. */
    public List<CachedRelease> all() {
        return releases().stream()
                .flatMap(release -> roots(release).stream().map(root -> root.known(release, shell)))
                .toList();
    }

    /** Returns whether a lab of this release needs no download. Starts no process. */
    public boolean has(Release release) {
        return roots(release).stream().anyMatch(root -> root.damage().isEmpty());
    }

    /**
     * Removes all root directories of a release from the cache; does nothing if there is none. It waits until a download has ended.
     *
     * @param check throws if they may not be removed; it is run while nothing is fetched
     * @return how many bytes their files had
     * @throws LabException if a file cannot be removed
     */
    public long remove(Release release, Runnable check) {
        if (roots(release).isEmpty()) {
            return 0;
        }
        try {
            return new FetchLock(cache.resolve("lock"), WAIT_FOR_ANOTHER, progress).holding(() -> {
                check.run();
                return roots(release).stream().mapToLong(this::remove).sum();
            });
        } catch (IOException e) {
            throw notRemoved(directory(release), Reason.of(e));
        }
    }

    private long remove(CachedRoot root) {
        try {
            var bytes = new RootTree(shell, root.directory()).bytes();
            root.delete();
            return bytes;
        } catch (IOException e) {
            throw notRemoved(root.directory(), Reason.of(e));
        } catch (UncheckedIOException e) {
            throw notRemoved(root.directory(), Reason.of(e.getCause()));
        }
    }

    private static LabException notRemoved(Path directory, String why) {
        return LabException.failed(
                directory + " could not be removed", why, "make its directories writable, and try again");
    }

    /** Returns what is wrong with the files of a root directory; empty if they are as they were fetched, or it is the machine's. */
    public static Optional<String> damage(RootDirectory root) {
        return root.isOfMachine()
                ? Optional.empty()
                : new CachedRoot(root.path().getParent()).damage();
    }

    private Optional<Binaries> cached(Release release) {
        return roots(release).stream()
                .filter(this::isWhole)
                .findFirst()
                .map(root -> root.binaries().filter(Binaries::areThere).orElseGet(() -> remembered(release, root)));
    }

    private boolean isWhole(CachedRoot root) {
        var damage = root.damage();
        if (damage.isPresent() && damaged.add(root)) {
            progress.tell("not used: " + root.tree() + " is damaged, " + damage.get());
        }
        return damage.isEmpty();
    }

    private Binaries remembered(Release release, CachedRoot root) {
        var remedy = "rm -r " + root.directory() + ", and try again: that fetches it anew";
        var binaries = new RootPrograms(shell).in(RootPrograms.root(release.name(), root.tree()), remedy);
        root.remember(binaries);
        return binaries;
    }

    private Binaries fetch(Release release, Supplier<PackageSources> from) {
        var directory = directory(release);
        return lockedIn(
                directory,
                () -> cached(release).orElseGet(() -> {
                    var root = next(directory);
                    new ReleaseFetch(download(from.get())).fetch(release, root);
                    return remembered(release, root);
                }));
    }

    private <T> T lockedIn(Path directory, Supplier<T> work) {
        try {
            Files.createDirectories(directory);
            return new FetchLock(cache.resolve("lock"), WAIT_FOR_ANOTHER, progress).holding(work);
        } catch (IOException e) {
            throw LabException.missing(
                    "nothing can be fetched into " + cache,
                    Reason.of(e),
                    "make it writable, or let XDG_CACHE_HOME name another directory");
        }
    }

    private ReleaseDownload download(PackageSources from) {
        return new ReleaseDownload(shell, from, policy.pgdg().keyFile(), progress);
    }

    private PackageSources sources() {
        return PackageSources.ofMachine(shell).with(policy).with(keyring);
    }

    /** Returns where a root directory that is fetched today belongs. */
    private CachedRoot next(Path directory) {
        var today = directory.resolve(LocalDate.now(clock).toString());
        var free = today;
        for (var number = 2; Files.exists(free); number++) {
            free = today.resolveSibling(today.getFileName() + "-" + number);
        }
        return new CachedRoot(free);
    }

    /** Returns the root directories of a release, the newest first. */
    private List<CachedRoot> roots(Release release) {
        try (var children = Files.list(directory(release))) {
            return children.filter(
                            child -> child.getFileName().toString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?"))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .map(CachedRoot::new)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private Path directory(Release release) {
        return cache.resolve(PREFIX + name(release));
    }

    /** Returns a name for the packages of a release for this machine: {@code trixie-amd64}. */
    private static String name(Release release) {
        return release + "-" + architecture();
    }

    private static String architecture() {
        var machine = System.getProperty("os.arch", "unknown").toLowerCase(Locale.ROOT);
        return ARCHITECTURES.getOrDefault(machine, machine);
    }

    /** Returns the releases of which something is in the cache, in the order of {@link Release#words}. */
    private List<Release> releases() {
        try (var children = Files.list(cache)) {
            var words = Release.words();
            return children.map(child -> child.getFileName().toString())
                    .filter(child -> child.startsWith(PREFIX) && child.endsWith("-" + architecture()))
                    .map(child -> child.substring(
                            PREFIX.length(), child.length() - architecture().length() - 1))
                    .flatMap(word -> Release.named(word).stream())
                    .sorted(Comparator.<Release>comparingInt(release -> words.indexOf(release.name()))
                            .thenComparing(Release::name))
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
