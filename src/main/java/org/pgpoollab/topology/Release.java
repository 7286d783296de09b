package org.pgpoollab.topology;

import java.util.List;

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

    public boolean isOfMachine() {
        return equals(OF_MACHINE);
    }

    /** Returns whether it changes from day to day, and so has no updates beside it. */
    public boolean isRolling() {
        return name.equals("sid");
    }

    /** Returns its name. */
    @Override
    public String toString() {
        return name;
    }
}
