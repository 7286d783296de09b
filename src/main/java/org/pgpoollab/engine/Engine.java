package org.pgpoollab.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Creates and controls the hosts of a lab on this machine; it has no knowledge of PostgreSQL. A host is named by its node, or
 * {@link #UTILITY}: the host from which clients connect. A host runs nothing by itself: plans start the servers on it.
 *
 * <p>What its users rely on, whatever the hosts are made of:
 *
 * <ul>
 *   <li>Every node has a directory of its own, {@link #NODE_DIRECTORY} on the node. It is {@link #directory} outside the lab, where this
 *       process can read and write all of it at any time, even if the host is off; it outlives the host.
 *   <li>The utility host finds the whole directory of the lab at {@link #NODE_DIRECTORY}, with the directories of all nodes in it.
 *   <li>{@code /run} of a node is empty but for the directories of sockets and pid files when its host is switched on.
 *   <li>All nodes have the names of all others and of the VIP, also of those that are off.
 *   <li>A host that is off is silent: it refuses no connection. Those that were open may be ended by the processes that are killed.
 *   <li>Methods that observe are cheap enough to be called several times a second, and no cut link affects them.
 * </ul>
 */
public interface Engine {

    /** The host in the lab's network that is no node; clients connect from it. */
    String UTILITY = "utility";

    /** The directory in which a node finds its own files, for every engine. */
    String NODE_DIRECTORY = "/run/lab";

    /** Returns why this engine cannot work on this machine; empty if it can. */
    List<Problem> obstacles();

    /** Returns the free resources of the machine that would run the hosts. */
    default Capacity capacity() {
        return Capacity.UNKNOWN;
    }

    /** Returns the names of the other running labs whose directories are beside that of this one. */
    default List<String> others() {
        return List.of();
    }

    /** Returns whether the lab's hosts exist, completely or in part. */
    boolean isRunning();

    /**
     * Returns why a lab that has files does not run, if more is known of it than that nothing of it runs; empty if not. Where {@code up} is
     * all that helps, the problem has no remedy.
     */
    default Optional<Problem> whyNotRunning() {
        return Optional.empty();
    }

    /** Returns why nobody outside can observe the hosts of a running lab, which is then no statement about them; empty if one can. */
    default Optional<Problem> blindness() {
        return Optional.empty();
    }

    /** Returns whether anything of the lab is left that {@link #destroy} would remove, even if no host is on. */
    default boolean hasRemains() {
        return isRunning();
    }

    /** Returns the names of the hosts that are on, without the utility host. */
    Set<String> hosts();

    /** Creates the lab's network and one empty host for each node; keeps those that exist. */
    void create();

    /** Creates the hosts of these nodes; does nothing to those that are on. The lab must be running. */
    void powerOn(List<Node> nodes);

    /** Ends a host at once, with all its processes and addresses; does nothing if it is off. */
    void powerOff(Node node);

    /** Returns whether the host of a node is on. */
    boolean isOn(Node node);

    /** Returns what somebody did to a host that is on, with other tools than this program; empty if nothing is known of that. */
    default Optional<HostTrouble> trouble(Node node) {
        return Optional.empty();
    }

    /** Lets a host go on that is held, see {@link HostTrouble.Kind#HELD}; does nothing to others. */
    default void release(Node node) {}

    /**
     * Makes the lab's network drop and impair packets exactly as these faults demand, and ignores hosts that are off and faults of other
     * kinds. The argument is the complete set of network faults: a call may be repeated, and an empty set heals the network.
     *
     * @throws org.pgpoollab.LabException if the machine does not support it
     */
    void impose(Faults wish);

    /**
     * Removes the images that this engine keeps for later labs of this machine, and makes again when they are needed; an engine without
     * images, or whose images are gone, does nothing.
     *
     * @throws org.pgpoollab.LabException if a lab uses them
     */
    default void removeImages() {}

    /** Ends every process of the lab and removes its hosts and its network; does nothing if there are none. */
    void destroy();

    /**
     * Returns the command that runs the given one on a host of the lab. Its first word is a program's path on the host, or its name. Of this
     * process's environment it gets only the variables of the terminal.
     *
     * @throws org.pgpoollab.LabException if the host is off
     */
    Command on(String host, Account account, Command command);

    /**
     * Returns the directory of a node as seen from outside the lab, readable and writable; the node finds it at {@link #NODE_DIRECTORY}.
     */
    Path directory(Node node);

    /**
     * Gives the accounts of a node all files that this process has written into the node's directory. It must be called between writing
     * and use, because an engine may run servers as another user than this process has.
     */
    default void own(Node node) {}

    /** Returns the place where client programs run. */
    ClientHost clients();

    /** Returns what to type so that the hosts have these modules of the kernel: {@code as root on this machine: modprobe -a sch_netem}. */
    default String toLoad(String modules) {
        return "as root on this machine: modprobe -a " + modules;
    }

    /**
     * Returns the endpoint at which this process and the programs of {@link #clients}, outside the lab's network, reach a server of a node
     * even while links are cut.
     *
     * @param socketDirectory the directory of the server's socket, a path on the node
     * @return empty if the host is off
     */
    Optional<Endpoint> endpoint(Node node, String socketDirectory, int port);

    /** Returns the endpoint at which programs on this machine reach the holder of the VIP; it stays the same for the life of the lab. */
    Endpoint vip();

    /** Returns whether the node's interface has this IPv4 address now; empty if the host is off. */
    Optional<Boolean> hasAddress(Node node, String address);

    /**
     * Counts the established TCP connections to a port of the node, including those that the server has not accepted yet; empty if unknown.
     */
    default OptionalInt connections(Node node, int port) {
        return OptionalInt.empty();
    }

    /**
     * Returns whether a file system of this type is mounted on exactly this path of the node.
     *
     * @param type as in {@code /proc/mounts}: {@code overlay}
     */
    default boolean isMounted(Node node, String path, String type) {
        return false;
    }

    /** Returns how many bytes can still be written to the file system that holds this path of the node; empty if unknown. */
    default OptionalLong room(Node node, String path) {
        return OptionalLong.empty();
    }

    /**
     * Returns whether a server's process is alive.
     *
     * @param pidFile a path on the node; its first line is the server's process id on the node
     * @param program the server's name as the kernel knows it, because after a crash the id may belong to another process
     */
    boolean isAlive(Node node, String pidFile, String program);

    default boolean isAlive(Node node, Server server) {
        return isAlive(node, server.pidFile(), server.program());
    }

    /** Returns whether a server's process is alive and stopped by a signal. See {@link #isAlive} for the parameters. */
    boolean isFrozen(Node node, String pidFile, String program);

    default boolean isFrozen(Node node, Server server) {
        return isFrozen(node, server.pidFile(), server.program());
    }
}
