package org.pgpoollab.cluster;

import org.pgpoollab.topology.Node;

/**
 * What somebody did to the host of a node with other tools than this program, seen from outside: the processes on it know nothing of it.
 *
 * @param why a clause about the host
 */
public record HostTrouble(Node node, Kind kind, String why) {

    public enum Kind {
        /** The host runs, and has no interface to the lab's network. Switching it off and on again gives it one. */
        DISCONNECTED,
        /** The host is held with all its processes, which go on when it is released. */
        HELD
    }
}
