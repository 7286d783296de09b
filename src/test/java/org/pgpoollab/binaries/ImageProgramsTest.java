package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;

class ImageProgramsTest {

    private static final String IMAGE = "pgpool-lab:15-12345678";

    private static final String ANSWER = """
            postgres=/usr/lib/postgresql/15/bin/postgres
            pgpool=/usr/sbin/pgpool
            pcp_attach_node=/usr/sbin/pcp_attach_node
            ip=/usr/bin/ip
            arping=/usr/bin/arping
            ping=/usr/bin/ping
            socat=/usr/bin/socat1
            unshare=/usr/bin/unshare
            nsenter=/usr/bin/nsenter
            postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)
            pgpool-II version 4.3.5 (tamahomeboshi)
            repmgr 5.3.3
            """;

    @Test
    void theAnswerOfAnImageNamesPathsAndVersions() {
        var binaries = ImagePrograms.parse(ANSWER, IMAGE);

        assertEquals(15, binaries.postgresMajor());
        assertEquals("4.3.5", binaries.pgpoolVersion());
        assertEquals("5.3.3", binaries.repmgrVersion());
        assertEquals(Path.of("/usr/lib/postgresql/15/bin"), binaries.postgresBin());
        assertEquals(Path.of("/usr/sbin"), binaries.pcpBin());
    }

    @Test
    void anImageThatLacksAProgramIsRefusedByItsName() {
        var refusal = assertThrows(
                LabException.class,
                () -> ImagePrograms.parse(ANSWER.replace("arping=/usr/bin/arping", "arping="), IMAGE));

        assertEquals("it has no arping", refusal.problems().get(0).why());
    }
}
