package org.pgpoollab.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFaultsTest {

    private static final LocalDate AUTUMN = LocalDate.of(2026, 11, 28);

    @Test
    void thePgpoolOfDebian13HearsNoHeartbeat() {
        assertTrue(of("4.6.0").contains("Pgpool-II 4.6.0 receives no heartbeats from other hosts"));
        assertTrue(of("4.6.2").contains("Pgpool-II 4.6.2 receives no heartbeats from other hosts"));
        assertEquals(List.of(), of("4.6.8"));
        assertEquals(List.of(), of("4.7.3"));
    }

    @Test
    void aVulnerabilityIsNamedWithTheVersionThatMendsIt() {
        var notes = KnownFaults.of(versions("4.7.2"), AUTUMN);

        assertEquals(
                List.of(new VersionNote(
                        "Pgpool-II 4.7.2 is of a version with the vulnerabilities CVE-2026-92867 to CVE-2026-92873",
                        "by one of them anybody who reaches the watchdog's port can make a pgpool the leader;"
                                + " a package may have the corrections under the old number",
                        "install Pgpool-II 4.7.3 or later",
                        "https://www.pgpool.net/docs/latest/en/html/release-4-7-3.html")),
                notes);
    }

    @Test
    void theEndOfSupportIsToldBeforeAndAfterIt() {
        var pgpool = ProgramVersions.UNKNOWN.with(LabProgram.PGPOOL, ProgramVersion.of(4, 3, 21));
        var postgres = ProgramVersions.UNKNOWN.with(LabProgram.POSTGRESQL, ProgramVersion.of(14));

        assertEquals(List.of(), KnownFaults.of(pgpool, LocalDate.of(2026, 6, 1)));
        assertEquals("Pgpool-II 4.3.21 gets no more corrections after 2026-12-31", first(pgpool, AUTUMN));
        assertEquals(
                "Pgpool-II 4.3.21 gets no more corrections since 2026-12-31", first(pgpool, LocalDate.of(2027, 1, 1)));
        assertEquals("PostgreSQL 14 gets no more corrections since 2026-11-12", first(postgres, AUTUMN));
    }

    @Test
    void nothingIsKnownOfUnknownVersions() {
        assertEquals(List.of(), KnownFaults.of(ProgramVersions.UNKNOWN, AUTUMN));
        assertEquals(List.of(), of("4.9.1"));
    }

    private static String first(ProgramVersions versions, LocalDate day) {
        return KnownFaults.of(versions, day).get(0).what();
    }

    private static List<String> of(String pgpool) {
        return KnownFaults.of(versions(pgpool), AUTUMN).stream()
                .map(VersionNote::what)
                .toList();
    }

    private static ProgramVersions versions(String pgpool) {
        return ProgramVersions.of(
                ProgramVersion.of(18),
                ProgramVersion.of(5, 5),
                ProgramVersion.parse(pgpool).orElseThrow());
    }
}
