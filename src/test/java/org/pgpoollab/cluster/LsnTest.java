package org.pgpoollab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LsnTest {

    private static final long MEGABYTE = 1024 * 1024;

    /** Compares with what pg_walfile_name() returns on a server with such segments. */
    @ParameterizedTest
    @CsvSource({
        "0/1DE7C60, 3, 16, 000000030000000000000001",
        "0/1000000, 1, 1, 000000010000000000000010",
        "2/FE000000, 171, 16, 000000AB00000002000000FE",
        "1/0, 1, 64, 000000010000000100000000"
    })
    void aSegmentIsNamedByTimelineAndNumber(String at, int timeline, int megabytes, String name) {
        assertEquals(name, Lsn.parse(at).segment(timeline, megabytes * MEGABYTE));
    }
}
