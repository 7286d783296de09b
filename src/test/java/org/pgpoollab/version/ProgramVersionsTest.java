package org.pgpoollab.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;

class ProgramVersionsTest {

    private static final ProgramVersions OLDEST = ProgramVersions.of(
            LabProgram.POSTGRESQL.oldestOfLab(), LabProgram.REPMGR.oldestOfLab(), LabProgram.PGPOOL.oldestOfLab());

    @Test
    void whatIsTooOldForALabIsNamedWithTheOldestThatServes() {
        var old = OLDEST.with(LabProgram.PGPOOL, ProgramVersion.of(4, 2, 24));

        assertEquals(
                List.of("Pgpool-II 4.2.24 is too old for a lab, which needs 4.3 or later"),
                old.tooOld().stream().map(Problem::what).toList());
        assertEquals(List.of(), OLDEST.tooOld());
        assertEquals(List.of(), ProgramVersions.UNKNOWN.tooOld());
    }

    @Test
    void whatIsNewerThanAllThatIsKnownIsTreatedAsTheNewest() {
        var newer = OLDEST.with(LabProgram.POSTGRESQL, ProgramVersion.of(19));

        assertEquals(
                List.of("PostgreSQL 19 is untried: it is treated as 18, the newest version that is known here"),
                newer.untried());
    }
}
