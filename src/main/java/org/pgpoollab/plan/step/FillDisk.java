package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.HostLinesByEngine;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * Fills the disk on which a node keeps its WAL, or gives it room again, by the node's script {@code disk.sh}. A file system is mounted over
 * {@code pg_wal} that shows the existing files and has no room for new ones, so that the kernel itself reports to PostgreSQL that no space
 * is left. Existing WAL segments can still be written, as on a real full disk. No new file can be created in it, so it can be unmounted at
 * any moment. It ends with the host.
 *
 * @param byHand the shell line of the lab's engine for it
 */
public record FillDisk(Node node, boolean full, String byHand) implements Step {

    public static FillDisk on(Lab lab, Node node, boolean full) {
        return new FillDisk(
                node, full, HostLinesByEngine.of(lab).mounting(node, "sh " + String.join(" ", words(full))));
    }

    @Override
    public String title() {
        return (full ? "fill the disk of " : "make room on the disk of ") + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here(byHand));
    }

    private static List<String> words(boolean full) {
        return List.of("/run/lab/disk.sh", full ? "fill" : "empty");
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var words = words(full);
        var ended = context.run(node, Account.MOUNTER, Command.of("sh", words.get(0), words.get(1)));
        if (!ended.succeeded()) {
            throw LabException.missing(
                    "cannot " + title(),
                    "mount says: " + ended.lastWords(),
                    full ? context.engine().toLoad("overlay") + ", or another fault: kill, pause" : "down; up");
        }
    }

    /** Fills the disks again that should be full, on hosts that are on: a host that was off has lost the mount. */
    static void keep(Faults wished, StepContext context, Progress progress) {
        wished.each(Fill.class).stream()
                .map(Fill::node)
                .filter(context.engine()::isOn)
                .forEach(node -> FillDisk.on(context.lab(), node, true).perform(context, progress));
    }
}
