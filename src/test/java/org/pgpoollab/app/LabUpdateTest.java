package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

class LabUpdateTest {

    @Test
    void aLabWithDataKeepsItsRelease() {
        var made = of("trixie");

        var refused = assertThrows(LabException.class, () -> LabUpdate.over(made, of("sid"), true));

        assertEquals(
                "it has 3 PostgreSQL and 3 Pgpool-II nodes, profile fast; asked for: 3 PostgreSQL and 3 Pgpool-II nodes,"
                        + " profile fast, with the release sid instead of trixie",
                refused.problems().get(0).why());
    }

    @Test
    void aLabThatWasNeverReadyMayGetAnotherRelease() {
        var sid = of("sid");

        assertEquals(sid.release(), LabUpdate.over(of("trixie"), sid, false).release());
    }

    private static Lab of(String release) {
        return LabFile.withoutFile(LabOptions.NONE.with(LabKey.RELEASE, release))
                .lab();
    }
}
