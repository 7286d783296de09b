package org.pgpoollab.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pgpoollab.version.LabProgram;

/**
 * The release of Debian whose programs the hosts of a lab run.
 *
 * @param name Debian's code name; {@code machine} for the programs of this machine, whatever its system is; or a suite of PGDG's repository
 *     with a major version of PostgreSQL, {@code bookworm-pgdg-16}
 */
public record Release(String name) {

    public static final Release OF_MACHINE = new Release("machine");

    /** The oldest release of Debian that a lab may have. */
    public static final Release OLDEST = new Release("bookworm");

    /** All releases that a lab may have, the oldest first. */
    public static final List<Release> ALL =
            List.of(OF_MACHINE, OLDEST, new Release("trixie"), new Release("forky"), new Release("sid"));

    /** What a user may write for the newest major version that is known, of the newest release that PGDG has packages for. */
    public static final Release EXAMPLE_OF_PGDG = new Release("trixie-pgdg-17");

    /** PGDG's repository, apt.postgresql.org, has a suite for each of these releases. Its packages need Debian's. */
    private static final Pattern PGDG = Pattern.compile("(bookworm|trixie)-pgdg(?:-([1-9][0-9]))?");

    /** The major versions of PostgreSQL of the releases that have all programs of a lab, by packages.debian.org. */
    private static final Map<String, Integer> POSTGRES_MAJORS = Map.of("bookworm", 15, "trixie", 17, "sid", 18);

    /** Releases that exist and cannot have a lab, with the reason. */
    private static final Map<String, String> TOO_OLD = Map.of(
            "bullseye",
            "it has Pgpool-II 4.1.4, and a lab needs " + LabProgram.PGPOOL.oldestOfLab() + " or later: "
                    + LabProgram.PGPOOL.tooOld());

    /** The release of which containers are made if none is chosen: they do not have the programs of this machine. */
    private static final Release OF_IMAGE = OLDEST;

    /** Returns the words of all releases of which something is known, for completion; {@link #named} also knows other major versions. */
    public static List<String> words() {
        var majors = IntStream.rangeClosed(
                        LabProgram.POSTGRESQL.oldest().major(),
                        LabProgram.POSTGRESQL.newest().major())
                .boxed()
                .toList();
        return Stream.concat(
                        ALL.stream().map(Release::name),
                        Stream.of("bookworm-pgdg-", "trixie-pgdg-")
                                .flatMap(suite -> majors.stream().map(major -> suite + major)))
                .toList();
    }

    /** Returns the names of all releases, for messages. */
    public static String listing() {
        return String.join(", ", ALL.stream().map(Release::name).toList())
                + ", and with PostgreSQL N of apt.postgresql.org: bookworm-pgdg-N, trixie-pgdg-N";
    }

    /** Returns the release that is typed as this word; empty if there is none, or it lacks its major version of PostgreSQL. */
    public static Optional<Release> named(String word) {
        return named(word, false);
    }

    /** Returns the release that is typed as this word, {@code bookworm-pgdg} included; empty if there is none. */
    static Optional<Release> withoutMajor(String word) {
        return named(word, true);
    }

    private static Optional<Release> named(String word, boolean withoutMajor) {
        var release = new Release(word);
        var isKnown = release.isOfPgdg() ? withoutMajor || release.hasMajor() : ALL.contains(release);
        return isKnown ? Optional.of(release) : Optional.empty();
    }

    /** Returns why a lab cannot have a release that exists; empty if it can, or if there is no such release. */
    public static Optional<String> whyNot(String name) {
        return Optional.ofNullable(TOO_OLD.get(name));
    }

    public boolean isOfMachine() {
        return equals(OF_MACHINE);
    }

    /** Returns whether its servers come from PGDG's repository. */
    public boolean isOfPgdg() {
        return PGDG.matcher(name).matches();
    }

    private boolean hasMajor() {
        return major().filter(
                        major -> major >= LabProgram.POSTGRESQL.oldestOfLab().major())
                .isPresent();
    }

    private Optional<Integer> major() {
        var matcher = PGDG.matcher(name);
        return matcher.matches() ? Optional.ofNullable(matcher.group(2)).map(Integer::valueOf) : Optional.empty();
    }

    /** Returns the release of Debian whose packages it has beside PGDG's: {@code bookworm} of {@code bookworm-pgdg-16}. */
    public Release debian() {
        var matcher = PGDG.matcher(name);
        return matcher.matches() ? new Release(matcher.group(1)) : this;
    }

    /** Returns the suite of PGDG's repository for this release of Debian: {@code bookworm-pgdg}. */
    public String pgdgSuite() {
        return debian() + "-pgdg";
    }

    /** Returns this release of Debian with a major version of PostgreSQL of PGDG's. */
    Release ofPgdg(int major) {
        return new Release(pgdgSuite() + "-" + major);
    }

    /** Returns whether PGDG has packages for this release of Debian. */
    boolean hasPgdg() {
        return PGDG.matcher(pgdgSuite()).matches();
    }

    /** Returns whether it changes from day to day, and so has no updates beside it. */
    public boolean isRolling() {
        return name.equals("sid");
    }

    /** Returns the base image of containers with this release. */
    public String baseImage() {
        return "debian:" + ofImage().name + "-slim";
    }

    /** Returns the major version of PostgreSQL, in containers also of machine; empty if it is not known, or it has not all programs of a lab. */
    public Optional<Integer> postgresMajor() {
        return major().or(() -> Optional.ofNullable(POSTGRES_MAJORS.get(ofImage().name)));
    }

    private Release ofImage() {
        return isOfMachine() ? OF_IMAGE : this;
    }

    /** Returns its name. */
    @Override
    public String toString() {
        return name;
    }
}
