package org.pgpoollab.cluster;

/**
 * What a client found that logged in with the lab's user and password, read, and queried which server its writes reach.
 *
 * @param onStandby whether its writes reach a standby, which refuses them
 * @param readOnly whether the session may not write
 */
public record ClientFacts(boolean onStandby, boolean readOnly) {

    public static final ClientFacts WORKS = new ClientFacts(false, false);
}
