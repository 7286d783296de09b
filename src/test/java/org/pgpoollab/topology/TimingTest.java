package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void theServersOfAFastLabNoticeWithinSevenSeconds() {
        var fast = TimingProfile.FAST.timing();

        assertEquals(Duration.ofSeconds(7), fast.poolNotices());
        assertEquals(Duration.ofSeconds(12), fast.poolLearnsRole());
        assertEquals(Duration.ofSeconds(7), fast.repmgrNotices());
        assertEquals(Duration.ofSeconds(12), fast.failover());
    }

    @Test
    void withoutAHealthCheckRepmgrdDecidesHowLongAFailoverTakes() {
        var upstream = TimingProfile.UPSTREAM.timing();

        assertEquals(Duration.ZERO, upstream.poolNotices());
        assertEquals(upstream.repmgrNotices(), upstream.failover());
    }
}
