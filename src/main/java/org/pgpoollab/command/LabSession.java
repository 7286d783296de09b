package org.pgpoollab.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.Plan;
import org.pgpoollab.plan.Progress;
import org.pgpoollab.plan.StopMode;
import org.pgpoollab.report.Report;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;

/**
 * What a command may ask for: one lab, and those who know about it. Opened for one command by the program's options. Every method
 * may throw a {@link org.pgpoollab.LabException}; a method that waits ends soon after its thread was interrupted.
 */
public interface LabSession extends AutoCloseable {

    /** The lab that was asked for, whether it runs or not. */
    Lab lab();

    /** Its files, which need not be there. */
    LabDirectory directory();

    /**
     * Has nobody else change the lab until this desk is closed. What makes or ends a lab does so by itself.
     *
     * @param command what is told to who comes meanwhile
     * @throws org.pgpoollab.LabException if another command is changing it
     */
    void reserve(String command);

    /** What is seen of it now: every fact is asked for anew. */
    ClusterState look();

    /** The same, and what a client meets who logs in through the VIP and through every pgpool: what tells whether the lab is healthy. */
    ClusterState examine();

    /** What was seen last, and which of the lab's roles PostgreSQL would refuse now. */
    ClusterState withRoles();

    /** The same as a look, but for what pgpools would have to ask their backends for: quick even while one of these is dead. */
    ClusterState glance();

    /** What one pgpool believes of the backends, and if none is named the one that holds the VIP; nothing else is asked for. */
    ClusterState lookAtPool(Optional<Node> pool);

    /** @param force whether it is made also where the machine is too small for it */
    Plan up(LabOptions options, Duration timeout, boolean force);

    /** @param keep whether the files stay */
    Plan down(boolean keep);

    /** @param force whether files that the user has edited are overwritten */
    Plan generate(LabOptions options, boolean force);

    /** Every file with its content, as {@link #generate} would write it. */
    List<GeneratedFile> rendered(LabOptions options);

    /** @param force whether a node is started all the same that will be a second primary */
    Plan start(List<Node> nodes, boolean force);

    Plan stop(List<Node> nodes, StopMode mode);

    Plan restart(List<Node> nodes, StopMode mode);

    /** @param force whether a node that is no streaming standby is attached all the same */
    Plan attach(Node node, boolean force);

    /** @param force whether the last backend of a pgpool is detached all the same */
    Plan detach(Node node, boolean force);

    /** What brings nodes of the running lab back into their places. */
    LabRepairs repairs();

    /** Plans faults for the lab as it is seen now. */
    FaultPlanner faults();

    /** Clients that write and read through the VIP. */
    LabLoad load();

    /**
     * Watches the lab, which must be running, until it is told to end.
     *
     * @param listener is told each snapshot, by one thread at a time
     */
    WatchHandle watch(Consumer<ClusterState> listener);

    /** The desk of a lab of its own beside this one, named after it: {@code default-fast}. Whoever asks for it closes it. */
    LabSession beside(String suffix);

    /** Does a plan. Commands go through {@link CommandContext#carryOut}, which knows of {@code --dry-run}. */
    void carryOut(Plan plan, Progress progress);

    /** @param export whether as {@code PGHOST=…} lines for a shell */
    Report connect(boolean export);

    /** All labs of this user on this machine. */
    List<LabSummary> labs();

    /** The real psql, with the password in a file that its environment names. Without a node: through the VIP. */
    Command psql(Optional<Node> node, List<String> arguments);

    /** A pcp tool ({@code pcp_node_info}) with host, port, user and password file filled in. */
    Command pcp(String tool, List<String> arguments);

    Engine engine();

    Shell shell();

    @Override
    void close();
}
