package org.pgpoollab.cluster;

import java.util.Objects;

/**
 * What a client found that logged in with the lab's user and password, read, and queried which server its writes reach.
 *
 * @param onStandby whether its writes reach a standby, which refuses them
 * @param readOnly whether the session may not write
 * @param actsAs the role without superuser rights whose privileges the session has instead of its user's; empty if it has its user's
 */
public record ClientFacts(boolean onStandby, boolean readOnly, String actsAs) {

    public static final ClientFacts WORKS = new ClientFacts(false, false, "");

    public ClientFacts {
        Objects.requireNonNull(actsAs);
    }
}
