package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HealthCheckBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "1,1,1,5",
        "3,3,1,5",
        "3,9,1,5",
        "16,1,1,5",
        "3,16,2,6",
        "16,3,2,6",
        "9,9,3,9",
        "12,12,6,16",
        "16,16,10,29"
    })
    void theMorePairsTheLongerThePeriodsOfFast(int postgres, int pgpools, int health, int streaming) {
        var timing = HealthCheckBudget.bound(TimingProfile.FAST.timing(), postgres, pgpools);

        assertEquals(Duration.ofSeconds(health), timing.healthCheckPeriod());
        assertEquals(Duration.ofSeconds(streaming), timing.srCheckPeriod());
    }

    @ParameterizedTest
    @EnumSource(TimingProfile.class)
    void noLabChecksMoreOftenThanTheBudgetAllows(TimingProfile profile) {
        for (var postgres = 1; postgres <= 16; postgres++) {
            for (var pgpools = 1; pgpools <= 16; pgpools++) {
                var timing = HealthCheckBudget.bound(profile.timing(), postgres, pgpools);
                var pairs = postgres * pgpools;

                assertTrue(pairs
                                <= HealthCheckBudget.HEALTH_CHECKS_A_SECOND
                                        * timing.healthCheckPeriod().toSeconds()
                        || timing.healthCheckPeriod().isZero());
                assertTrue(pairs
                        <= HealthCheckBudget.STREAMING_CHECKS_A_SECOND
                                * timing.srCheckPeriod().toSeconds());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TimingProfile.class)
    void theLabOfThreeAndThreeHasWhatItsProfileSays(TimingProfile profile) {
        assertEquals(profile.timing(), HealthCheckBudget.bound(profile.timing(), 3, 3));
    }

    @Test
    void aSlowProfileIsLeftAloneAtFullSizeAndNoHealthCheckStaysNone() {
        assertEquals(TimingProfile.BITNAMI.timing(), HealthCheckBudget.bound(TimingProfile.BITNAMI.timing(), 16, 16));
        assertEquals(
                Duration.ZERO,
                HealthCheckBudget.bound(TimingProfile.UPSTREAM.timing(), 16, 16).healthCheckPeriod());
    }

    @Test
    void theFilesSayWhyThePeriodIsNotTheProfiles() {
        assertEquals(
                "Profile fast has a period of 1 s. 9 pgpools * 9 backends = 81 checks, of which the lab has at most 27 a second.",
                HealthCheckBudget.whyHealthChecksAreApart(lab("9", "9")));
        assertEquals("", HealthCheckBudget.whyHealthChecksAreApart(lab("3", "3")));
    }

    @ParameterizedTest
    @CsvSource({"1,32", "3,32", "6,32", "9,21", "12,16", "16,16"})
    void theMorePgpoolsTheFewerChildrenHasEach(String pgpools, int children) {
        assertEquals(children, ConnectionBudget.usualChildren(lab("3", pgpools)));
    }

    @Test
    void whoNamesTheChildrenOfAPgpoolGetsThem() {
        var override = new Settings.Override(Settings.PGPOOL, "pgpool-1", "num_init_children", "40");
        var lab = lab("16", "16").with(new Settings(List.of(override)));

        assertEquals(40, ConnectionBudget.children(lab, Node.pgpool(1)));
        assertEquals(16, ConnectionBudget.children(lab, Node.pgpool(0)));
        assertEquals(2 * (15 * 16 + 40), ConnectionBudget.of(lab).pooled());
    }

    private static Lab lab(String postgres, String pgpools) {
        var options = LabOptions.NONE.with(LabKey.POSTGRES, postgres).with(LabKey.PGPOOL, pgpools);
        return LabFile.withoutFile(options).lab();
    }
}
