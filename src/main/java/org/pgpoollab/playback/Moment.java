package org.pgpoollab.playback;

import java.time.Instant;
import java.util.Objects;

/**
 * When a snapshot was taken that was kept.
 *
 * @param isChange whether it differs from the one before in something that people would call a change, and not in counters and ages alone
 */
public record Moment(Instant at, boolean isChange) {

    public Moment {
        Objects.requireNonNull(at);
    }
}
