package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void readsWhatTheProgramsSay() {
        assertEquals(Optional.of(15), Versions.postgresMajor("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)\n"));
        assertEquals(Optional.of("4.3.5"), Versions.pgpool("pgpool-II version 4.3.5 (tamahomeboshi)\n"));
        assertEquals(Optional.of("5.3.3"), Versions.repmgr("repmgr 5.3.3\n"));
    }

    @Test
    void readsVersionsThatAreNotReleasedYet() {
        assertEquals(Optional.of(19), Versions.postgresMajor("postgres (PostgreSQL) 19devel"));
        assertEquals(Optional.of("4.7"), Versions.pgpool("pgpool-II version 4.7beta1 (sogaeboshi)"));
        assertEquals(Optional.of("5.6"), Versions.repmgr("repmgr 5.6dev"));
    }

    @Test
    void findsNoVersionInAnErrorMessage() {
        assertEquals(Optional.empty(), Versions.pgpool("error while loading shared libraries: libpcp.so.2"));
    }
}
