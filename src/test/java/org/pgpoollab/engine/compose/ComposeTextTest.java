package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Golden;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

class ComposeTextTest {

    @Test
    void itIsTheFileThatBothVersionsOfComposeTake() {
        Golden.assertGolden("compose-hosts/docker-compose.yml", text("/labs/one", 1, 1));
    }

    @Test
    void everyHostKnowsAllOthersAndTheVip() {
        var text = text("/labs/one", 2, 3);

        for (var name : new String[] {"pg-0:10.77.0.10", "pgpool-2:10.77.0.32", "pgpool:10.77.0.200"}) {
            assertEquals(6, text.split("\"" + name + "\"", -1).length - 1, name);
        }
        assertFalse(text.contains("privileged"), text);
    }

    @Test
    void aPathMayHaveBlanksDollarsAndQuotes() {
        var text = text("/labs/Müller's \"$HOME\"/one", 1, 1);

        assertTrue(text.contains("source: \"/labs/Müller's \\\"$$HOME\\\"/one/pg-0\""), text);
    }

    private static String text(String directory, int postgres, int pgpool) {
        var lab = lab(postgres, pgpool);
        var path = Path.of(directory);
        return new ComposeText(
                        lab,
                        new ContainerNames(lab.name(), path),
                        new ComposeFiles(path),
                        new HostAccount(1001, 1002, true),
                        "pgpool-lab:15",
                        15432,
                        16432)
                .text();
    }

    static Lab lab(int postgres, int pgpool) {
        return LabFile.withoutFile(LabOptions.NONE
                        .with(LabKey.NAME, "one")
                        .with(LabKey.ENGINE, "compose")
                        .with(LabKey.POSTGRES, String.valueOf(postgres))
                        .with(LabKey.PGPOOL, String.valueOf(pgpool)))
                .lab();
    }
}
