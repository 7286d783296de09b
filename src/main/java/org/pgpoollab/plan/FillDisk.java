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
 * come to be in it, so that it can be taken away again at any moment. It ends with the host.
 */
record FillDisk(Node node, boolean full) implements Step {

    private static final String WAL = "/run/lab/data/pg_wal";

    /** It is closed for new files before PostgreSQL sees it: what would be made there would be lost when it is taken away. */
    private static final String FULL = """
            set -e
            wal=$1 disk=/run/full
            if grep -q " $wal overlay " /proc/self/mounts; then exit 0; fi
            umount -l $disk 2>/dev/null || :
            mkdir -p $disk
            mount -t tmpfs -o size=64k,mode=700 full $disk
            mkdir $disk/work $disk/seen
            mkdir -m 700 $disk/upper
            mount -t overlay -o lowerdir=$wal,upperdir=$disk/upper,workdir=$disk/work full $disk/seen
            set -- $(stat -f -c '%c %d' $disk)
            mount -o remount,size=64k,nr_inodes=$(($1 - $2)) $disk
            for segment in $wal/????????????????????????; do
                mount --bind $segment $disk/seen/${segment##*/} 2>/dev/null || :
            done
            mount --rbind $disk/seen $wal
            """;

    private static final String ROOM = """
            if grep -q " $1 overlay " /proc/self/mounts; then umount -l $1 || exit 1; fi
            umount -l /run/full 2>/dev/null
            rmdir /run/full 2>/dev/null
            :
            """;

    @Override
    public String title() {
        return (full ? "fill the disk of " : "make room on the disk of ") + node;
    }

    @Override
    public List<ShellLine> shell() {
        return full
                ? List.of(
                        ShellLine.on(node, "mount -t tmpfs -o size=64k full /run/full"),
                        ShellLine.on(
                                node,
                                "mount -t overlay -o lowerdir=" + WAL
                                        + ",upperdir=/run/full/upper,workdir=/run/full/work full " + WAL))
                : List.of(ShellLine.on(node, "umount -l " + WAL));
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        var ended = workshop.run(node, Account.ROOT, Command.of("sh", "-c", full ? FULL : ROOM, "sh", WAL));
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
    static void keep(Faults wished, Workshop workshop, Progress progress) {
        wished.each(Fill.class).stream()
                .map(Fill::node)
                .filter(workshop.engine()::isOn)
                .forEach(node -> new FillDisk(node, true).perform(workshop, progress));
    }
}
