package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Settings;

class StopAdviceTest {

    @Test
    void aStandbyComesBackByItselfIfEveryPgpoolHasAutoFailback() {
        assertTrue(isAutomatic(setFor(Settings.ALL)));
        assertFalse(isAutomatic(setFor("pgpool-1")));
        assertFalse(isAutomatic(Settings.NONE));
    }

    private static boolean isAutomatic(Settings settings) {
        return StopAdvice.isFailbackAutomatic(Given.lab(3, 3).pgpoolNodes(), settings);
    }

    private static Settings setFor(String scope) {
        return new Settings(List.of(new Settings.Override(Settings.PGPOOL, scope, "auto_failback", "on")));
    }
}
