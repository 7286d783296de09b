package org.pgpoollab.command;

import java.time.Duration;

/**
 * Whether a condition held.
 *
 * @param sentence the condition in its canonical words
 * @param reason what was seen instead, if it was not met; else empty
 * @param took how long it was waited for
 */
public record Verdict(boolean met, String sentence, String reason, Duration took) {}
