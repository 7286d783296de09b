package org.pgpoollab.plan.step;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.pgpoollab.binaries.Binaries;
import org.pgpoollab.binaries.LabBinaries;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.observe.PcpTools;
import org.pgpoollab.observe.SnapshotSource;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

/**
 * The objects that a step works with.
 *
 * @param cache the directory of files that all labs of this user share
 * @param programs found when they are first needed: ending a lab needs none
 */
public record StepContext(
        Lab lab,
        LabDirectory directory,
        Path cache,
        Engine engine,
        Shell shell,
        Supplier<LabBinaries> programs,
        Supplier<SnapshotSource> snapshots,
        Supplier<PcpTools> pcpTools) {

    FaultsFile faultsFile() {
        return FaultsFile.of(directory);
    }

    /** Returns the programs of PostgreSQL nodes, and of every node that has none of its own. */
    public Binaries binaries() {
        return programs.get().usual();
    }

    Binaries binaries(Node node) {
        return programs.get().of(node);
    }

    public SnapshotSource observer() {
        return snapshots.get();
    }

    PcpTools pcp() {
        return pcpTools.get();
    }

    /** Runs a program on a node until it ends, with the node's password file. */
    public Shell.Ended run(Node node, Account account, Command command) {
        var passwords = Engine.NODE_DIRECTORY + "/.pgpass";
        return shell.run(engine.on(node.name(), account, command.with("PGPASSFILE", passwords)));
    }
}
