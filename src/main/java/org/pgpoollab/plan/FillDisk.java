package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

/**
 * Has the disk that a node keeps its WAL on be full, or have room again. Over {@code pg_wal} lies a file system of the kernel's own
 * making: it shows what is there and has no room for anything new, so that PostgreSQL is told by the kernel itself that no space is
 * left. The WAL segments that exist are let through, for a full disk can be written where it was written before. Nothing new can
 * come to be in it, so that it can be taken away again at any moment. It ends with the host. The node's script {@code disk.sh} does it.
 */
record FillDisk(Node node, boolean full) implements Step {

    @Override
    public String title() {
        return (full ? "fill the disk of " : "make room on the disk of ") + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.asRoot(node, "sh " + String.join(" ", words())));
    }

    private List<String> words() {
        return List.of("/run/lab/disk.sh", full ? "fill" : "empty");
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var ended = context.run(node, Account.ROOT, Command.of("sh", words().get(0), words().get(1)));
        if (!ended.succeeded()) {
            throw LabException.missing(
                    "cannot " + title(),
                    "mount says: " + ended.lastWords(),
                    full
                            ? "as root on this machine: modprobe overlay; or another fault: kill, pause"
                            : "down, then up");
        }
    }

    /** Fills again the disks that are wished to be full, of hosts that are on: a host that was off has forgotten it. */
    static void keep(Faults wished, StepContext context, Progress progress) {
        wished.each(Fill.class).stream()
                .map(Fill::node)
                .filter(context.engine()::isOn)
                .forEach(node -> new FillDisk(node, true).perform(context, progress));
    }
}
