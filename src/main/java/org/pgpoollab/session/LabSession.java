package org.pgpoollab.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.observe.WatchHandle;
import org.pgpoollab.plan.FaultPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.report.MachineReport;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.save.LabSaves;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.ProgramVersions;

/**
 * Gives a command access to one lab. A session is opened for one command, from the program's options. Every method may throw a
 * {@link org.pgpoollab.LabException}; a method that waits ends soon after its thread was interrupted.
 */
public interface LabSession extends AutoCloseable {

    /** The lab that the options name, whether it runs or not. */
    Lab lab();

    /** The lab's directory, which may not exist. */
    LabDirectory directory();

    /**
     * Keeps other commands from changing the lab until this session is closed. Plans that create or remove a lab reserve it
     * themselves.
     *
     * @param command the command that is named to others that try meanwhile
     * @throws org.pgpoollab.LabException if another command is changing the lab
     */
    void reserve(String command);

    /**
     * Returns the versions of the lab's programs, or those of this machine if there is no lab; unknown if nobody has looked for them yet.
     * Starts no process.
     */
    ProgramVersions versions();

    /** Takes a snapshot by new queries to every node. */
    ClusterState look();

    /** Takes a snapshot that includes logins through the VIP and through every pgpool, which decide whether the lab is healthy. */
    ClusterState examine();

    /** Returns the last snapshot with new results about which of the lab's database roles PostgreSQL would refuse. */
    ClusterState withRoles();

    /** Takes a snapshot without the facts for which pgpools would have to query their backends: it is quick even if a backend is dead. */
    ClusterState glance();

    /** Asks only what one pgpool believes of the backends; without a name it asks the pgpool that holds the VIP. */
    ClusterState lookAtPool(Optional<Node> pool);

    /** @param force whether the lab is started even if the machine is too small for it */
    Plan up(LabOptions options, Duration timeout, boolean force);

    /** @param keep whether the lab's files are kept */
    Plan down(boolean keep);

    /**
     * Plans to write the lab's files into its directory; those of a lab of containers into a folder of its own.
     *
     * @param directory the folder for a lab of containers; empty for one with the lab's name in the working directory
     * @param force whether files that the user has edited are overwritten
     * @throws org.pgpoollab.LabException if a folder is named for a lab that has none
     */
    Plan generate(LabOptions options, String directory, boolean force);

    /** Returns every file with its content, as {@link #generate} would write it. */
    List<GeneratedFile> rendered(LabOptions options, String directory);

    /**
     * Plans to let a generated folder for Bitnami's images follow its true primary.
     *
     * @param primary the name of the node that is to be the primary; empty to find it
     */
    Plan reconfigureFolder(String directory, String primary);

    /** @param force whether a node is started even if it becomes a second primary */
    Plan start(List<Node> nodes, boolean force);

    Plan stop(List<Node> nodes, StopMode mode);

    /** @param discardStatus whether pgpools forget which backends were down */
    Plan restart(List<Node> nodes, StopMode mode, boolean discardStatus);

    /**
     * Plans to give the pgpools the programs of a release, which is fetched now if it is not here.
     *
     * @param force whether to upgrade even a lab that is not whole, or that cannot do without one pgpool
     */
    Plan upgradePools(Release release, boolean force);

    /** @param force whether nodes are attached even if they are no streaming standbys */
    Plan attach(List<Node> nodes, boolean force);

    /** @param force whether even the last backend of a pgpool is detached */
    Plan detach(List<Node> nodes, boolean force);

    /** Plans repairs that bring nodes of the running lab back into replication and into the pool. */
    LabRepairs repairs();

    /** Plans faults for the lab, based on a current snapshot. */
    FaultPlanner faults();

    /** Controls the clients that write and read through the VIP. */
    LabLoad load();

    /** What the lab was at earlier moments, to go back to. */
    LabSaves saves();

    /**
     * Watches the lab, which must be running, until the handle is closed.
     *
     * @param listener receives each snapshot, from one thread at a time
     */
    WatchHandle watch(Consumer<ClusterState> listener);

    /**
     * Returns the session of a separate lab whose name has this suffix: {@code default-fast}. The caller closes it.
     *
     * @param tell receives messages about what happens before a plan begins, line by line
     */
    LabSession beside(String suffix, Consumer<String> tell);

    /** Carries out a plan. Commands call {@link CommandContext#carryOut}, which handles {@code --dry-run}. */
    void carryOut(Plan plan, Progress progress);

    /** @param export whether the report consists of {@code PGHOST=…} lines for a shell */
    Report connect(boolean export);

    /** All labs of this user on this machine. */
    List<LabSummary> labs();

    /** The releases in the user's cache, whether or not there is a lab. */
    ReleaseCache releases();

    /** Checks what this machine can do, whether or not there is a lab; {@code look} is what its terminal shows. */
    MachineReport machine(TerminalLook look);

    /**
     * Returns the command line of psql, with the password in a file that its environment names. Without a node it connects through the
     * VIP.
     */
    Command psql(Optional<Node> node, List<String> arguments);

    /** Returns the command line of a pcp tool ({@code pcp_node_info}) with host, port, user and password file filled in. */
    Command pcp(String tool, List<String> arguments);

    /**
     * Returns the command line that runs a program on a node.
     *
     * @throws org.pgpoollab.LabException if the lab does not run, or the node's host is off
     */
    Command on(Node node, Account account, Command program);

    Engine engine();

    Shell shell();

    @Override
    void close();
}
