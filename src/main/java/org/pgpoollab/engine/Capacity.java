package org.pgpoollab.engine;

/**
 * The free resources of the machine on which hosts are created. A value that cannot be read is {@link #UNREAD}.
 *
 * @param processes how many more processes can be started
 * @param memory free memory in bytes, excluding what would have to be swapped out
 * @param disk free bytes of the file system with the nodes' directories
 */
public record Capacity(long processes, long memory, long disk) {

    /** What cannot be read, and so must not be called too little: it is larger than any need. */
    public static final long UNREAD = Long.MAX_VALUE;

    public static final Capacity UNKNOWN = new Capacity(UNREAD, UNREAD, UNREAD);
}
