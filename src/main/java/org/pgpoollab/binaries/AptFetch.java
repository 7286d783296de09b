package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.Shell.Ended;

/**
 * Downloads the programs that a machine lacks from the machine's own apt sources, verified by apt. It needs no root and installs nothing:
 * it unpacks the packages into a separate tree. The tree gets its final name only when it is complete.
 */
final class AptFetch {

    /**
     * The required free space in bytes. Apt's package lists take 60 MB, the packages 25 MB, their content 80 MB; more if more programs are
     * missing.
     */
    private static final long ROOM = 250_000_000;

    private final Shell shell;
    private final FetchProgress progress;
    private final Optional<Carried> carried;

    /** @param sources the text of a sources.list(5) with the repository alone */
    private record Carried(LocalRepository repository, String sources) {}

    private AptFetch(Shell shell, FetchProgress progress, Optional<Carried> carried) {
        this.shell = shell;
        this.progress = progress;
        this.carried = carried;
    }

    /** Downloads from the sources of the machine. */
    static AptFetch ofMachine(Shell shell, FetchProgress progress) {
        return new AptFetch(shell, progress, Optional.empty());
    }

    /** @param sources the text of a sources.list(5) with the repository alone, which is used instead of the machine's */
    static AptFetch from(LocalRepository repository, String sources, Shell shell, FetchProgress progress) {
        return new AptFetch(shell, progress, Optional.of(new Carried(repository, sources)));
    }

    /**
     * Creates {@code tree} from packages. The caller must hold the {@link org.pgpoollab.apt.FetchLock}.
     *
     * @param cache the directory to work in, on the same file system as {@code tree}
     * @param isUsable whether an unpacked tree has the programs; may throw an exception with the reason if not
     * @throws LabException with status 4 if it fails; then it leaves nothing that would be used
     */
    void fetch(Set<RequiredProgram> needs, Path cache, Path tree, Predicate<Path> isUsable) {
        try (var workbench = open(cache)) {
            FreeSpace.require(cache, ROOM);
            var began = System.nanoTime();
            var packages = fill(workbench, needs);
            if (!isUsable.test(workbench.tree())) {
                workbench.forget();
                throw LabException.missing(
                        "the packages that apt has do not hold what the lab needs",
                        "asked for were " + String.join(", ", packages),
                        "");
            }
            workbench.publish(tree);
            workbench.forget();
            progress.tell("fetched into " + tree + " in " + seconds(Duration.ofNanos(System.nanoTime() - began)));
        } catch (IOException e) {
            throw advised(LabException.missing("the programs could not be fetched", Reason.of(e), ""), cache);
        } catch (LabException e) {
            throw advised(e, cache);
        }
    }

    private FetchWorkspace open(Path cache) throws IOException {
        if (carried.isEmpty()) {
            return FetchWorkspace.open(cache, AptConfiguration::ofMachine);
        }
        var workspace = FetchWorkspace.open(cache, AptConfiguration::ofMachineWithSources);
        Files.writeString(workspace.sources(), carried.get().sources());
        return workspace;
    }

    private List<String> fill(FetchWorkspace workbench, Set<RequiredProgram> needs) throws IOException {
        var apt = new Apt(shell, workbench);
        progress.tell("asking apt what it offers: " + titles(needs) + " must be fetched");
        var update = apt.update();
        var packages = packages(apt, needs, update);
        progress.tell("fetching " + load(apt, packages, update).text() + ": " + String.join(", ", packages));
        if (carried.isEmpty()) {
            apt.download(packages);
        } else {
            downloadCarried(apt, packages, carried.get().repository());
        }
        var archives = workbench.packages();
        progress.tell("unpacking " + archives.size() + " packages");
        archives.forEach(apt::unpack);
        return packages;
    }

    /**
     * Takes what the repository has. Apt also wants newer versions of packages that are installed and depend on one of these; no lab needs them.
     */
    private static void downloadCarried(Apt apt, List<String> packages, LocalRepository repository) {
        apt.downloadOnly(apt.resolve(packages).stream().filter(repository::has).toList());
    }

    /** Returns the size of the download. A source that did not answer shows only here, as a package that apt does not know. */
    private static Apt.Load load(Apt apt, List<String> packages, Ended update) {
        try {
            return apt.load(packages);
        } catch (LabException e) {
            throw update.errors().isBlank()
                    ? e
                    : LabException.missing("apt could not fetch the programs", Apt.cause(update), "");
        }
    }

    static List<String> packages(Apt apt, Set<RequiredProgram> needs, Ended update) {
        var packages = new ArrayList<String>();
        if (needs.contains(RequiredProgram.POSTGRESQL)) {
            var major = apt.newestPostgres()
                    .orElseThrow(() -> LabException.missing(
                            "apt offers no PostgreSQL with repmgr",
                            update.errors().isBlank()
                                    ? "none of the sources in /etc/apt has a postgresql-N-repmgr"
                                    : Apt.cause(update),
                            ""));
            packages.add("postgresql-" + major);
            packages.add("postgresql-client-" + major);
            packages.add("postgresql-" + major + "-repmgr");
        }
        needs.stream()
                .filter(need -> need != RequiredProgram.POSTGRESQL)
                .map(PackageFamily.DEBIAN::packages)
                .forEach(packages::add);
        return packages;
    }

    private LabException advised(LabException cause, Path cache) {
        var problem = cause.problems().get(0);
        if (cause.exit() == Exit.INTERRUPTED || !problem.remedy().isEmpty()) {
            return cause;
        }
        return LabException.missing(problem.what(), problem.why(), remedy(problem.why(), cache));
    }

    private String remedy(String why, Path cache) {
        if (FullDisk.isNamedIn(why) || why.contains("enough free space")) {
            return "make room for 500 MB in " + cache
                    + ", or let XDG_CACHE_HOME name a roomier directory, and try again";
        }
        if (carried.isPresent()) {
            return "copy the directory again; or " + LocalRepository.elsewhere("machine");
        }
        return "again when the network and the sources in /etc/apt are in order, or install the packages\nor: "
                + LocalRepository.elsewhere("machine");
    }

    static String titles(Collection<RequiredProgram> needs) {
        return needs.stream().map(RequiredProgram::title).collect(Collectors.joining(", "));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
