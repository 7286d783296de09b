package org.pgpoollab.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pgpoollab.Problem;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;

/**
 * Makes hosts out of what the machine offers, and knows nothing of PostgreSQL. A host is named by a node's name, or
 * {@link #UTILITY}: the host from where clients come. Every node has a directory of its own, {@link #NODE_DIRECTORY} on the node.
 */
public interface Engine {

    /** The host in the lab's network that is no node: clients start from there. */
    String UTILITY = "utility";

    /** Where a node finds its own files, whatever the engine. */
    String NODE_DIRECTORY = "/run/lab";

    /** Why this engine cannot work on this machine; empty if it can. */
    List<Problem> obstacles();

    /** What is left for hosts where they would be made. */
    default Capacity capacity() {
        return Capacity.UNKNOWN;
    }

    /** The names of the labs that run and have their files beside those of this one. */
    default List<String> others() {
        return List.of();
    }

    /** Whether the lab's hosts exist, wholly or in part. */
    boolean isRunning();

    /** Makes the lab's network and one empty host for each node; does nothing to what is there already. */
    void create();

    /** Makes the hosts of these nodes; does nothing to those that are on. The lab must be running. */
    void powerOn(List<Node> nodes);

    /** Ends a host with all its processes at once, its addresses too; does nothing if it is off. */
    void powerOff(Node node);

    /** Whether the host of a node is there. */
    boolean isOn(Node node);

    /**
     * Has the lab's network lose and impair packets as these faults say and not otherwise; of hosts that are off nothing is wished.
     * Faults that are none of the network are passed over. States the whole wish: it may be repeated, and none heals.
     *
     * @throws org.pgpoollab.LabException if the machine cannot do it
     */
    void impose(Faults wish);

    /** Ends every process of the lab and removes its hosts and its network; does nothing if there are none. */
    void destroy();

    /** The same program, but run on a host of the lab. */
    Command on(String host, Account account, Command command);

    /** The directory of a node as seen from outside: what the node finds at {@link #NODE_DIRECTORY}. */
    Path directory(Node node);

    /**
     * Where this program, which stands outside the lab's network, reaches a server of a node, whatever links are cut.
     *
     * @param socketDirectory where the server has its socket, a path on the node
     * @return empty if the host is off
     */
    Optional<Endpoint> endpoint(Node node, String socketDirectory, int port);

    /** Where programs on this machine reach whoever holds the VIP; the same for the life of the lab. */
    Endpoint vip();

    /** Whether the node's interface has this IPv4 address now. Empty if the host is off. */
    Optional<Boolean> hasAddress(Node node, String address);

    /** How many TCP connections to a port of the node stand, those that its server has not taken yet among them. Empty if that cannot be told. */
    default OptionalInt connections(Node node, int port) {
        return OptionalInt.empty();
    }

    /**
     * Whether a server lives.
     *
     * @param pidFile a path on the node; its first line is the server's process number there
     * @param program the server's name as the kernel knows it: after a crash the number may belong to another
     */
    boolean isAlive(Node node, String pidFile, String program);

    /** Whether a server lives and stands still, stopped by a signal. See {@link #isAlive} for what is asked. */
    boolean isFrozen(Node node, String pidFile, String program);
}
