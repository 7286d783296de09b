package org.pgpoollab.cluster;

/**
 * What a client met that logged in with the lab's user and password, read, and asked where its writes go.
 *
 * @param onStandby whether what is to be written ends at a standby, which takes no writes
 * @param readOnly whether the session may not write
 */
public record ClientFacts(boolean onStandby, boolean readOnly) {

    public static final ClientFacts WORKS = new ClientFacts(false, false);
}
