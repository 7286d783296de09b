package org.pgpoollab.binaries;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** The apt commands that fetch packages as an ordinary user, and what they say. Everything is written to one {@link FetchWorkspace}. */
final class Apt {

    static final List<String> PROGRAMS = List.of("apt-get", "apt-cache", "dpkg");

    private static final Duration UPDATE = Duration.ofMinutes(3);
    private static final Duration DOWNLOAD = Duration.ofMinutes(15);
    private static final Duration LOCAL = Duration.ofMinutes(2);
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "DEBIAN_FRONTEND", "noninteractive");
    private static final Pattern SERVER = Pattern.compile("postgresql-([0-9]+)");
    private static final Pattern URI = Pattern.compile("^'[^']+' \\S+ ([0-9]+) \\S*$", Pattern.MULTILINE);

    private final Shell shell;
    private final FetchWorkspace workbench;

    Apt(Shell shell, FetchWorkspace workbench) {
        this.shell = shell;
        this.workbench = workbench;
    }

    /** Asks the machine's sources what they have. One that does not answer is only a warning to apt, so look at what is offered. */
    Ended update() {
        return run(UPDATE, aptGet("update"));
    }

    /** The newest major version of PostgreSQL for which there is a repmgr. */
    OptionalInt newestPostgres() {
        var listing = run(LOCAL, "apt-cache", "-c", configuration(), "pkgnames", "postgresql-");
        var offered = listing.output().lines().map(String::strip).collect(Collectors.toSet());
        return offered.stream()
                .map(SERVER::matcher)
                .filter(matcher -> matcher.matches() && offered.contains(matcher.group() + "-repmgr"))
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max();
    }

    /** What would be downloaded, dependencies that the machine lacks included. */
    Load load(Collection<String> packages) {
        var matcher = URI.matcher(
                checked(run(LOCAL, install("--print-uris", packages))).output());
        var sizes = new ArrayList<Long>();
        while (matcher.find()) {
            sizes.add(Long.parseLong(matcher.group(1)));
        }
        return new Load(sizes.size(), sizes.stream().mapToLong(Long::longValue).sum());
    }

    /** Downloads and verifies; what is there already is only verified. */
    void download(Collection<String> packages) {
        checked(run(DOWNLOAD, install("--download-only", packages)));
    }

    void unpack(Path archive) {
        checked(run(LOCAL, "dpkg", "-x", archive.toString(), workbench.tree().toString()));
    }

    /** The line by which apt or dpkg says best why something went wrong. */
    static String cause(Ended ended) {
        var lines = (ended.output() + "\n" + ended.errors())
                .lines()
                .map(String::strip)
                .toList();
        return Stream.of("No space left on device", "E:", "Failed to fetch", "error:")
                .flatMap(mark ->
                        lines.stream().filter(line -> line.contains(mark)).reduce((first, second) -> second).stream())
                .findFirst()
                .map(line -> line.replaceFirst("^[EW]: *", ""))
                .orElseGet(ended::lastWords);
    }

    /** Named packages come even if they are installed, for they must lie in the same tree; dependencies only if they are lacking. */
    private String[] install(String how, Collection<String> packages) {
        var words = Stream.of("-y", "--no-install-recommends", "--reinstall", how, "install");
        return aptGet(Stream.concat(words, packages.stream()).toArray(String[]::new));
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

    private static Ended checked(Ended ended) {
        if (!ended.succeeded()) {
            throw LabException.missing("apt could not fetch the programs", cause(ended), "");
        }
        return ended;
    }

    /** @param bytes of all packages together */
    record Load(int packages, long bytes) {

        String text() {
            return packages + " packages, " + Math.round(bytes / 1e6) + " MB";
        }
    }
}
