package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.Node;

class SessionDrillTargetTest {

    @Test
    void ofTwoPrimariesTheOneThatPgpoolsWriteToIsKept() {
        var split = healthy().primary("pg-1");
        for (var pool : new String[] {"pgpool-0", "pgpool-1"}) {
            split = split.role(pool, "pg-0", "standby").role(pool, "pg-1", "primary");
        }

        assertEquals(Optional.of(Node.postgres(1)), SessionDrillTarget.writtenTo(split.state()));
    }

    @Test
    void ofOnePrimaryNoneIsChosen() {
        assertEquals(Optional.empty(), SessionDrillTarget.writtenTo(healthy().state()));
    }
}
