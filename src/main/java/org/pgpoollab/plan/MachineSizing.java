package org.pgpoollab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Capacity;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabNeeds;

/**
 * Checks whether a machine has the resources that a lab needs. Unknown values count as sufficient.
 *
 * @param fresh whether the lab has no data yet; otherwise its disk space is in use already, and its number of nodes is fixed
 * @param others other labs that run on the machine
 */
public record MachineSizing(Lab lab, boolean fresh, Capacity capacity, List<String> others) {

    private static final long MEGABYTE = 1 << 20;
    private static final int USUAL = 3;

    public MachineSizing {
        others = List.copyOf(others);
    }

    /** Returns one problem for each lacking resource; empty if nothing is lacking. */
    public List<Problem> problems() {
        var needs = LabNeeds.of(lab);
        return Stream.of(
                        lacking(needs.processes(), "processes", capacity.processes(), "can be started"),
                        lacking(
                                needs.memory() / MEGABYTE,
                                "MB of memory",
                                capacity.memory() / MEGABYTE,
                                "are available"),
                        lacking(
                                fresh ? needs.disk() / MEGABYTE : 0,
                                "MB of disk",
                                capacity.disk() / MEGABYTE,
                                "are free"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Problem> lacking(long needed, String what, long left, String are) {
        return left >= needed
                ? Optional.empty()
                : Optional.of(new Problem(
                        "this machine is too small for the lab " + lab.name(),
                        "%d PostgreSQL and %d Pgpool-II nodes need about %,d %s, and %,d %s"
                                .formatted(
                                        lab.postgresCount(), lab.pgpoolCount(), needed, what, Math.max(0, left), are),
                        remedy()));
    }

    private String remedy() {
        var ways = new ArrayList<String>();
        if (fresh && (lab.postgresCount() > USUAL || lab.pgpoolCount() > USUAL)) {
            ways.add(up(Math.min(USUAL, lab.postgresCount()), Math.min(USUAL, lab.pgpoolCount())));
        }
        others.forEach(other -> ways.add("down --lab " + other));
        ways.add(up(lab.postgresCount(), lab.pgpoolCount()) + " --force");
        return String.join(", or: ", ways);
    }

    private String up(int postgres, int pgpools) {
        var command = lab.name().equals(Lab.USUAL_NAME) ? "up" : "up --lab " + lab.name();
        return fresh ? command + " --postgres " + postgres + " --pgpool " + pgpools : command;
    }
}
