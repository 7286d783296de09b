package org.pgpoollab.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.version.LabProgram;

/**
 * The release of Debian whose programs the hosts of a lab run.
 *
 * @param name Debian's code name, or {@code machine} for the programs of this machine, whatever its system is
 */
public record Release(String name) {

    public static final Release OF_MACHINE = new Release("machine");

    /** The oldest release of Debian that a lab may have. */
    public static final Release OLDEST = new Release("bookworm");

    /** All releases that a lab may have, the oldest first. */
    public static final List<Release> ALL =
            List.of(OF_MACHINE, OLDEST, new Release("trixie"), new Release("forky"), new Release("sid"));

    /** The major versions of PostgreSQL of the releases that have all programs of a lab, by packages.debian.org. */
    private static final Map<String, Integer> POSTGRES_MAJORS = Map.of("bookworm", 15, "trixie", 17, "sid", 18);

    /** Releases that exist and cannot have a lab, with the reason. */
    private static final Map<String, String> TOO_OLD = Map.of(
            "bullseye",
            "it has Pgpool-II 4.1.4, and a lab needs " + LabProgram.PGPOOL.oldestOfLab() + " or later: "
                    + LabProgram.PGPOOL.tooOld());

    /** The release of which containers are made if none is chosen: they do not have the programs of this machine. */
    private static final Release OF_IMAGE = OLDEST;

    /** Returns why a lab cannot have a release that exists; empty if it can, or if there is no such release. */
    public static Optional<String> whyNot(String name) {
        return Optional.ofNullable(TOO_OLD.get(name));
    }

    public boolean isOfMachine() {
        return equals(OF_MACHINE);
    }

    /** Returns whether it changes from day to day, and so has no updates beside it. */
    public boolean isRolling() {
        return name.equals("sid");
    }

    /** Returns the base image of containers with this release. */
    public String baseImage() {
        return "debian:" + ofImage().name + "-slim";
    }

    /** Returns the major version of PostgreSQL in containers with this release; empty if it has not all programs of a lab. */
    public Optional<Integer> postgresMajor() {
        return Optional.ofNullable(POSTGRES_MAJORS.get(ofImage().name));
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
