package org.pgpoollab.apt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.Shell.Ended;

/**
 * Runs the apt commands that download packages as an ordinary user, and parses their output. All files go into one {@link FetchWorkspace}.
 */
public final class Apt {

    public static final List<String> PROGRAMS = List.of("apt-get", "apt-cache", "dpkg");

    private static final Duration UPDATE = Duration.ofMinutes(3);
    private static final Duration DOWNLOAD = Duration.ofMinutes(15);
    private static final Duration LOCAL = Duration.ofMinutes(2);
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive");
    private static final Pattern SERVER = Pattern.compile("postgresql-([0-9]+)");
    private static final Pattern URI = Pattern.compile("^'([^']+)' (\\S+) ([0-9]+) \\S*$", Pattern.MULTILINE);

    private final Shell shell;
    private final FetchWorkspace workbench;

    public Apt(Shell shell, FetchWorkspace workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    /**
     * Updates the package lists. If a source does not answer, apt only prints a warning, so the caller must check which packages are
     * offered.
     */
    public Ended update() {
        return run(UPDATE, aptGet("update"));
    }

    /** Returns the newest major version of PostgreSQL for which apt offers a repmgr. */
    public OptionalInt newestPostgres() {
        return postgresMajors().stream().mapToInt(Integer::intValue).max();
    }

    /** Returns the major versions of PostgreSQL for which apt offers a repmgr, in order. */
    public List<Integer> postgresMajors() {
        var listing = run(LOCAL, "apt-cache", "-c", configuration(), "pkgnames", "postgresql-");
        var offered = listing.output().lines().map(String::strip).collect(Collectors.toSet());
        return offered.stream()
                .map(SERVER::matcher)
                .filter(matcher -> matcher.matches() && offered.contains(matcher.group() + "-repmgr"))
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .sorted()
                .toList();
    }

    /** Returns the size of the download, including dependencies that the machine lacks. */
    public Load load(Collection<String> packages) {
        return Load.of(resolve(packages));
    }

    /** Returns the files of exactly these packages, whether they are missing or not. */
    public List<PackageFile> files(List<String> packages) {
        var words = Stream.concat(Stream.of("download", "--print-uris"), packages.stream());
        return files(run(LOCAL, aptGet(words.toArray(String[]::new))));
    }

    /** Returns each list of packages that was updated, a line of words separated by tabs; see apt-get(8), indextargets. */
    List<String> lists(String format) {
        return checked(run(LOCAL, aptGet("indextargets", "--format", format, "Created-By: Packages")))
                .output()
                .lines()
                .toList();
    }

    /**
     * Returns the files of packages and of their dependencies that the machine lacks. apt leaves out what is in its archives already, such
     * as the packages of an earlier attempt, so it is told of a directory without any.
     */
    public List<PackageFile> resolve(Collection<String> packages) {
        var words = Stream.concat(
                Stream.of("-o", "Dir::Cache::archives=" + workbench.tree()), install("--print-uris", packages));
        return files(run(LOCAL, aptGet(words.toArray(String[]::new))));
    }

    private static List<PackageFile> files(Ended listing) {
        return URI.matcher(checked(listing).output())
                .results()
                .map(line -> new PackageFile(line.group(1), line.group(2), Long.parseLong(line.group(3))))
                .toList();
    }

    /** Downloads and verifies exactly these packages; verifies only those that are already downloaded. */
    public void downloadOnly(Collection<PackageFile> files) {
        var words = Stream.of(
                        Stream.of("sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh"),
                        Stream.of(workbench.archives().toString()),
                        Stream.of(aptGet("download")),
                        files.stream().map(PackageFile::nameAndVersion))
                .flatMap(part -> part)
                .toArray(String[]::new);
        checked(run(DOWNLOAD, words));
    }

    /** Downloads and verifies packages; verifies only those that are already downloaded. */
    public void download(Collection<String> packages) {
        var words = install("--download-only", packages);
        checked(run(DOWNLOAD, aptGet(words.toArray(String[]::new))));
    }

    public void unpack(Path archive) {
        checked(run(LOCAL, "dpkg", "-x", archive.toString(), workbench.tree().toString()));
    }

    /** Returns the line of apt's or dpkg's output that explains a failure best. */
    public static String cause(Ended ended) {
        var lines = (ended.output() + "\n" + ended.errors())
                .lines()
                .map(String::strip)
                // It follows the lines that say which, and why.
                .filter(line -> !line.contains("Some index files failed to download"))
                .toList();
        return Stream.of("No space left on device", "E:", "Failed to fetch", "error:")
                .flatMap(mark ->
                        lines.stream().filter(line -> line.contains(mark)).reduce((first, second) -> second).stream())
                .findFirst()
                .map(line -> line.replaceFirst("^[EW]: *", ""))
                .orElseGet(ended::lastWords);
    }

    /**
     * Returns the words for apt-get. Named packages are downloaded even if they are installed, because they must be in the same tree; dependencies
     * only if they are missing.
     */
    private static Stream<String> install(String how, Collection<String> packages) {
        var words = Stream.of("-y", "--no-install-recommends", "--reinstall", how, "install");
        return Stream.concat(words, packages.stream());
    }

    private String[] aptGet(String... words) {
        return Stream.concat(Stream.of("apt-get", "-c", configuration(), "-qq"), Stream.of(words))
                .toArray(String[]::new);
    }

    private String configuration() {
        return workbench.configuration().toString();
    }

    private Ended run(Duration deadline, String... argv) {
        return shell.run(new Command(List.of(argv), ENVIRONMENT, "", deadline));
    }

    static Ended checked(Ended ended) {
        if (!ended.succeeded()) {
            throw LabException.missing("apt could not fetch the programs", cause(ended), "");
        }
        return ended;
    }

    /** @param bytes the size of all packages together */
    public record Load(int packages, long bytes) {

        public static Load of(Collection<PackageFile> files) {
            return new Load(
                    files.size(), files.stream().mapToLong(PackageFile::bytes).sum());
        }

        public String text() {
            return packages + " packages, " + Math.round(bytes / 1e6) + " MB";
        }
    }
}
