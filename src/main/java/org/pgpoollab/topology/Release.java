package org.pgpoollab.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The release of Debian whose programs the hosts of a lab run.
 *
 * @param name Debian's code name, or {@code machine} for the programs of this machine, whatever its system is
 */
public record Release(String name) {

    public static final Release OF_MACHINE = new Release("machine");

    /** All releases that a lab may have, the oldest first. */
    public static final List<Release> ALL = List.of(
            OF_MACHINE, new Release("bookworm"), new Release("trixie"), new Release("forky"), new Release("sid"));

    /** The major versions of PostgreSQL of the releases that have all programs of a lab, by packages.debian.org. */
    private static final Map<String, Integer> POSTGRES_MAJORS = Map.of("bookworm", 15, "trixie", 17, "sid", 18);

    /** The release of which containers are made if none is chosen: they do not have the programs of this machine. */
    private static final Release OF_IMAGE = new Release("bookworm");

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
