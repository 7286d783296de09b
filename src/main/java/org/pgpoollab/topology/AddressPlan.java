package org.pgpoollab.topology;

/**
 * Assigns IPv4 addresses in the lab's /24 network. Node addresses are fixed: pg-N is .10+N, pgpool-N is .30+N, the utility host (from which
 * clients connect) is .1. The VIP is configurable, by default .200.
 *
 * @param network the first three numbers, separated by dots: {@code 10.77.0}
 * @param vip the full virtual address, in the same network
 */
public record AddressPlan(String network, String vip) {

    /** The length of the network's prefix, in bits. */
    public static final int PREFIX_LENGTH = 24;

    /** The last number of the default VIP. */
    static final int DEFAULT_VIP = 200;

    /** The addresses of a lab for which none were chosen. */
    public static final AddressPlan DEFAULT = new AddressPlan("10.77.0", "10.77.0." + DEFAULT_VIP);

    /** The last number of the address of the host from which clients connect. */
    public static final int UTILITY = 1;

    public static final int FIRST_POSTGRES = 10;
    public static final int FIRST_PGPOOL = 30;

    /**
     * Returns the same places in another network.
     *
     * @param other the first three numbers
     */
    public AddressPlan inNetwork(String other) {
        return new AddressPlan(other, other + vip.substring(vip.lastIndexOf('.')));
    }

    /** Returns the network in CIDR notation: {@code 10.77.0.0/24}. */
    public String subnet() {
        return network + ".0/" + PREFIX_LENGTH;
    }

    /** Returns the address that the machine itself has in a network of containers: the last one that is not the VIP. */
    public String gateway() {
        var last = network + ".254";
        return last.equals(vip) ? network + ".253" : last;
    }

    public String utility() {
        return network + "." + UTILITY;
    }

    public String of(Node node) {
        return network + "." + number(node);
    }

    /** Returns the last number of a node's address. */
    public static int number(Node node) {
        return (node.isPostgres() ? FIRST_POSTGRES : FIRST_PGPOOL) + node.index();
    }
}
