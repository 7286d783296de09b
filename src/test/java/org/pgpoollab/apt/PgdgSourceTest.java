package org.pgpoollab.apt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

class PgdgSourceTest {

    @Test
    void itIsPgdgsOwnRepositoryWithTheKeysThatDebianHas() {
        assertEquals(new PgdgSource("https://apt.postgresql.org/pub/repos/apt/", ""), PgdgSource.of(Map.of()));
    }

    @Test
    void theEnvironmentNamesAMirrorAndAFileOfKeys() {
        var source = PgdgSource.of(
                Map.of("PGPOOL_LAB_PGDG_MIRROR", "http://mirror/pgdg", "PGPOOL_LAB_PGDG_KEY", "/etc/pgdg.asc"));

        assertEquals(new PgdgSource("http://mirror/pgdg", "/etc/pgdg.asc"), source);
    }

    @Test
    void whatCannotBeAMirrorIsRefusedBeforeItIsInAFileOfApt() {
        var refused = assertThrows(
                LabException.class, () -> PgdgSource.of(Map.of("PGPOOL_LAB_PGDG_MIRROR", "http://one/ [trusted=yes]")));

        assertEquals(Exit.USAGE, refused.exit());
        assertEquals(
                "PGPOOL_LAB_PGDG_MIRROR=https://apt.postgresql.org/pub/repos/apt/",
                refused.problems().get(0).remedy());
    }
}
