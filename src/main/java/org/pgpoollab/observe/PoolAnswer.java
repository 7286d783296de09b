package org.pgpoollab.observe;

import java.util.List;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.Observed;

/** @param clients unasked if the answer came by pcp, which tells of the backends only; as old as the answer of which it is a part */
record PoolAnswer(List<BackendView> backends, Observed<ClientCount> clients) {

    PoolAnswer {
        backends = List.copyOf(backends);
    }
}
