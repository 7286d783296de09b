package org.pgpoollab.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

class ComparedLabTest {

    private static final LabOptions BASE = LabOptions.NONE.with(LabKey.PROFILE, "fast");

    @Test
    void aSecondAxisMakesAllCombinations() {
        var labs = ComparedLab.of(List.of("release=machine,sid", "fast, bitnami"), BASE);

        assertEquals(
                List.of("machine fast", "machine bitnami", "sid fast", "sid bitnami"),
                labs.stream().map(ComparedLab::title).toList());
        assertEquals(
                Map.of(LabKey.RELEASE, "sid", LabKey.PROFILE, "bitnami"),
                labs.get(3).options().values());
    }

    @Test
    void anySettingIsAnAxis() {
        var labs = ComparedLab.of(List.of("pgpool.health_check_period=2,10"), BASE);

        assertEquals("health_check_period=10", labs.get(1).title());
        assertEquals(
                List.of("pgpool.health_check_period=10"), labs.get(1).options().compared());
    }

    @Test
    void theSuffixIsAPartOfALabsName() {
        var lab =
                ComparedLab.of(List.of("pgpool.health_check_period=2,10"), BASE).get(1);

        assertEquals("health-check-period-10", lab.suffix(1, 23));
        assertEquals("lab2", lab.suffix(1, 20));
    }
}
