package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.generate.ConfigDiff;
import org.pgpoollab.generate.GeneratedFile;
import org.pgpoollab.syntax.ConfigChoice;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class DiffConfigTest {

    private static final ProgramVersions DEBIAN_12 =
            ProgramVersions.of(ProgramVersion.of(15), ProgramVersion.of(5, 3, 3), ProgramVersion.of(4, 3, 5));

    @Test
    void aSideNamesVersionsAndAProfile() {
        var choice = ConfigChoice.parse("pgpool=4.6.1,postgres=17,bitnami", DEBIAN_12);

        assertEquals(
                DEBIAN_12
                        .with(LabProgram.PGPOOL, ProgramVersion.of(4, 6, 1))
                        .with(LabProgram.POSTGRESQL, ProgramVersion.of(17)),
                choice.versions());
        assertEquals("PostgreSQL 17, repmgr 5.3.3, Pgpool-II 4.6.1, profile bitnami", choice.title());
        assertEquals(
                choice.profile(),
                ConfigChoice.parse("profile=bitnami", DEBIAN_12).profile());
        assertEquals(DEBIAN_12, ConfigChoice.parse("machine", DEBIAN_12).versions());
    }

    @Test
    void whatCannotBeASideIsRefusedWithWhatIsNear() {
        assertEquals("""
                ✗ diff-config does not know pgpol
                  because  programs are postgres, repmgr, pgpool
                  try      diff-config pgpool=4.7 pgpool=4.7""", refusal("pgpol=4.7"));
        assertTrue(refusal("bitnam").endsWith("try      diff-config bitnami pgpool=4.7"));
        assertTrue(refusal("pgpool=new").endsWith("try      diff-config pgpool=4.7 pgpool=4.7"));
        assertTrue(refusal("profile=quick").startsWith("✗ diff-config does not know quick"));
        assertTrue(refusal("pgpool=4.3,").startsWith("✗ diff-config does not know an empty word"));
    }

    private static String refusal(String side) {
        var refused = assertThrows(LabException.class, () -> ConfigChoice.parse(side, DEBIAN_12));
        assertEquals(Exit.USAGE, refused.exit());
        return refused.problems().get(0).text();
    }

    @Test
    void filesThatDifferInTheSameWayAreShownOnce() {
        var found = ConfigDiff.between(
                List.of(
                        open("pgpool-0/pgpool.conf", "# 4.3 on pgpool-0\nport = 1\nlogdir = 'x'\nmax_pool = 4\n"),
                        open("pgpool-1/pgpool.conf", "# 4.3 on pgpool-1\nport = 1\nlogdir = 'x'\nmax_pool = 4\n"),
                        open("pg-0/postgresql.conf", "port = 2\n"),
                        new GeneratedFile("pgpool-0/pcp.conf", "one", true)),
                List.of(
                        open(
                                "pgpool-0/pgpool.conf",
                                "# 4.7 on pgpool-0\nport = 1\nwork_dir = 'x'\nmax_pool = 4\nnew = 1\n"),
                        open(
                                "pgpool-1/pgpool.conf",
                                "# 4.7 on pgpool-1\nport = 1\nwork_dir = 'x'\nmax_pool = 4\nnew = 1\n"),
                        open("pg-0/postgresql.conf", "# a comment\n\nport = 2\n"),
                        new GeneratedFile("pgpool-0/pcp.conf", "another", true)));

        assertEquals(
                List.of(List.of(
                        "pgpool-0/pgpool.conf, pgpool-1/pgpool.conf",
                        "  - logdir = 'x'",
                        "  + work_dir = 'x'",
                        "  + new = 1")),
                found.stream().map(ConfigDiff::text).toList());
    }

    private static GeneratedFile open(String path, String content) {
        return new GeneratedFile(path, content, false);
    }
}
