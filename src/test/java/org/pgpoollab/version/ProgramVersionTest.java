package org.pgpoollab.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramVersionTest {

    @Test
    void aVersionIsTheNumbersAtTheBeginning() {
        var parsed = Stream.of("4.3.5", "15", "15.20 (Debian 15.20-0+deb12u1)", "19beta1", "4.8devel")
                .map(text -> ProgramVersion.parse(text).orElseThrow().toString())
                .toList();

        assertEquals(List.of("4.3.5", "15", "15.20", "19", "4.8"), parsed);
        assertEquals(Optional.empty(), ProgramVersion.parse("unknown"));
        assertEquals(Optional.empty(), ProgramVersion.parse(""));
    }

    @Test
    void versionsAreComparedByNumberAndNotByText() {
        assertTrue(ProgramVersion.of(4, 3, 10).isAtLeast(4, 3, 9));
        assertTrue(ProgramVersion.of(4, 10).isAtLeast(4, 9, 9));
        assertFalse(ProgramVersion.of(4, 3).isAtLeast(4, 3, 1));
        assertEquals(0, ProgramVersion.of(4, 3).compareTo(ProgramVersion.of(4, 3, 0)));
    }

    @Test
    void aVersionIsInItsOwnBranchOnly() {
        assertTrue(ProgramVersion.of(4, 3, 5).isIn(ProgramVersion.of(4, 3)));
        assertTrue(ProgramVersion.of(15).isIn(ProgramVersion.of(15)));
        assertFalse(ProgramVersion.of(4, 30).isIn(ProgramVersion.of(4, 3)));
        assertFalse(ProgramVersion.of(15).isIn(ProgramVersion.of(15, 2)));
    }

    @Test
    void aProgramThatIsNewerThanTheNewestKnownIsUntried() {
        var known =
                ProgramVersions.of(ProgramVersion.of(18, 9), ProgramVersion.of(5, 5, 3), ProgramVersion.of(4, 7, 12));

        assertEquals(List.of(), known.untried());
        assertEquals(
                List.of(
                        "PostgreSQL 19 is untried: it is treated as 18, the newest version that is known here",
                        "Pgpool-II 4.8.0 is untried: it is treated as 4.7, the newest version that is known here"),
                known.with(LabProgram.POSTGRESQL, ProgramVersion.of(19))
                        .with(LabProgram.PGPOOL, ProgramVersion.of(4, 8, 0))
                        .untried());
    }

    @Test
    void settingsOfPgpoolHaveTheNamesOfTheVersion() {
        assertEquals(new PgpoolTraits("socket_dir", "delegate_IP", "logdir", false, false), traits(4, 2, 7));
        assertEquals(new PgpoolTraits("socket_dir", "delegate_IP", "logdir", true, false), traits(4, 2, 8));
        assertEquals(new PgpoolTraits("socket_dir", "delegate_IP", "logdir", false, true), traits(4, 3, 0));
        assertEquals(new PgpoolTraits("socket_dir", "delegate_IP", "logdir", true, true), traits(4, 3, 5));
        assertEquals(new PgpoolTraits("unix_socket_directories", "delegate_ip", "logdir", true, true), traits(4, 6, 1));
        assertEquals(new PgpoolTraits("unix_socket_directories", "delegate_ip", "work_dir", true, true), traits(4, 8));
    }

    private static PgpoolTraits traits(int... numbers) {
        return PgpoolTraits.of(ProgramVersion.of(numbers));
    }
}
