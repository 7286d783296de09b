package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;

class LabAdviceTest {

    @Test
    void anOddNumberOfPoolsNeedsNoAdvice() {
        assertAdvice("", LabOptions.NONE.with(LabKey.PGPOOL, "3"));
        assertAdvice("", LabOptions.NONE.with(LabKey.PGPOOL, "9"));
    }

    @Test
    void anEvenNumberOfPoolsIsNoSaferThanOneLess() {
        assertAdvice("""
                ✗ 4 pgpools survive the loss of 1, the same as 3 would
                  because  a quorum is more than half: of 4 it is 3, 4 - 3 = 1 may be lost; of 3 it is 2, 3 - 2 = 1 may be lost
                  try      pgpool: 3 for the same safety, or pgpool: 5 to survive the loss of 2
                """, LabOptions.NONE.with(LabKey.PGPOOL, "4"));
    }

    @Test
    void twoPoolsAreLessSafeThanTheyLook() {
        assertAdvice("""
                ✗ 2 pgpools survive the loss of 0, the same as 1 would: with either one lost, nobody holds the VIP
                  because  a quorum is more than half: of 2 it is 2, 2 - 2 = 0 may be lost; of 1 it is 1, 1 - 1 = 0 may be lost
                  try      pgpool: 3 to survive the loss of 1
                """, LabOptions.NONE.with(LabKey.PGPOOL, "2"));
    }

    @Test
    void onePoolHasNoWatchdog() {
        assertAdvice("""
                ✗ 1 pgpool has no watchdog and nobody to hand the VIP to
                  because  a quorum is more than half of all pgpools: of 1 that is 1, so 0 may be lost; the lab itself sets the VIP
                  try      pgpool: 3 keeps its quorum of 2 when 1 is lost
                """, LabOptions.NONE.with(LabKey.PGPOOL, "1"));
    }

    @Test
    void tooFewConnectionsAreTold() {
        assertAdvice(
                """
                ✗ max_connections = 100 on pg-0 is less than the pgpools may open
                  because  num_init_children*max_pool of each pgpool: 100*2 + 32*2 + 32*2 = 328, and 36 in reserve: 364
                  try      leave it out, or lower num_init_children or max_pool of pgpool
                """,
                LabOptions.NONE
                        .with(LabKey.POSTGRES, "1")
                        .withSetting("postgres.max_connections=100")
                        .withSetting("pgpool.pgpool-0.num_init_children=100"));
    }

    @Test
    void standbysWithLessThanTheirPrimaryAreTold() {
        assertAdvice("""
                ✗ max_worker_processes is not the same on all PostgreSQL nodes
                  because  a standby stops replaying when its max_worker_processes is below the primary's, and any node may become primary
                  try      set it for all nodes
                """, LabOptions.NONE.withSetting("postgres.pg-1.max_worker_processes=4"));
    }

    private static void assertAdvice(String expected, LabOptions options) {
        var warnings = LabFile.withoutFile(options).warnings();

        assertEquals(expected.strip(), warnings.stream().map(Problem::text).collect(Collectors.joining("\n")));
    }
}
