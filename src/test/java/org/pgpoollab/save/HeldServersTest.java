package org.pgpoollab.save;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.TimingProfile;

class HeldServersTest {

    @Test
    void noHealthCheckFindsAHeldServerTwice() {
        for (var profile : TimingProfile.values()) {
            var timing = profile.timing();
            var limit = HeldServers.limit(timing);

            assertTrue(limit.compareTo(Duration.ofSeconds(3)) <= 0, profile + ": " + limit);
            assertTrue(limit.compareTo(Duration.ofSeconds(1)) >= 0, profile + ": " + limit);
            if (!timing.healthCheckPeriod().isZero()
                    && !timing.healthCheckTimeout().isZero()) {
                var second = timing.healthCheckMaxRetries() > 0
                        ? timing.healthCheckTimeout().plus(timing.healthCheckRetryDelay())
                        : timing.healthCheckTimeout();
                assertTrue(limit.compareTo(second) < 0, profile + ": " + limit);
            }
        }
    }
}
