package org.pgpoollab.load;

import org.pgpoollab.LabException;

/**
 * The size of a load.
 *
 * @param clients connections that write, and as many again that read if {@code reads} is not 0
 * @param writes writes a second, of all writing connections together
 * @param reads reads a second, of all reading connections together
 */
public record LoadShape(int clients, int writes, int reads) {

    /** Small enough for a laptop that also runs the lab, and large enough to show a gap of a tenth of a second. */
    public static final LoadShape USUAL = new LoadShape(4, 100, 100);

    /** A higher rate would measure this machine instead of the lab. */
    private static final int MOST_A_SECOND = 5000;

    private static final int MOST_CLIENTS = 100;

    public LoadShape {
        require(clients >= 1 && clients <= MOST_CLIENTS, "--clients " + clients, "1 to " + MOST_CLIENTS);
        require(writes >= 1 && writes <= MOST_A_SECOND, "--writes " + writes, "1 to " + MOST_A_SECOND);
        require(reads >= 0 && reads <= MOST_A_SECOND, "--reads " + reads, "0 to " + MOST_A_SECOND);
    }

    private static void require(boolean holds, String what, String range) {
        if (!holds) {
            throw LabException.usage(what + " is out of range", "it may be " + range, "load start");
        }
    }

    /** Returns text such as {@code 4 clients, 100 writes and 100 reads a second}. */
    public String words() {
        return clients + (clients == 1 ? " client, " : " clients, ") + writes + " writes and " + reads
                + " reads a second";
    }

    /** Returns how many sessions the load holds open at the pgpool that has the VIP. */
    public int sessions() {
        return reads == 0 ? clients : 2 * clients;
    }
}
