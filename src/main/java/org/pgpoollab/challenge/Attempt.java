package org.pgpoollab.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What the student has done in a challenge so far. Times that have not come yet are {@link Instant#MAX}.
 *
 * @param noticed when the student said that something is wrong, or gave the first answer
 * @param named the right answers so far
 * @param namedAt when the last cause was named
 * @param repaired when it was first seen that nothing of it is left and the lab is healthy
 * @param wrong how many answers were wrong
 * @param hints how many hints were given
 * @param told whether the solution was asked for
 */
record Attempt(
        Instant noticed, List<String> named, Instant namedAt, Instant repaired, int wrong, int hints, boolean told) {

    static final Attempt NONE = new Attempt(Instant.MAX, List.of(), Instant.MAX, Instant.MAX, 0, 0, false);

    Attempt {
        Objects.requireNonNull(noticed);
        named = List.copyOf(named);
        Objects.requireNonNull(namedAt);
        Objects.requireNonNull(repaired);
    }

    boolean isNamed() {
        return !namedAt.equals(Instant.MAX);
    }

    boolean isRepaired() {
        return !repaired.equals(Instant.MAX);
    }

    /** Returns whether the challenge ends: the lab is repaired, and it is known what it was. */
    boolean isOver() {
        return isRepaired() && (isNamed() || told);
    }

    /** Returns this attempt after the student noticed that something is wrong; only the first time counts. */
    Attempt noticed(Instant now) {
        var first = noticed.equals(Instant.MAX) ? now : noticed;
        return new Attempt(first, named, namedAt, repaired, wrong, hints, told);
    }

    /** @param isLast whether nothing is left to be named */
    Attempt named(String answer, boolean isLast, Instant now) {
        var all = new TreeSet<>(named);
        all.add(answer);
        var at = isLast && !isNamed() ? now : namedAt;
        return new Attempt(noticed, List.copyOf(all), at, repaired, wrong, hints, told);
    }

    Attempt answeredWrong() {
        return new Attempt(noticed, named, namedAt, repaired, wrong + 1, hints, told);
    }

    /** Returns this attempt with the lab found repaired, or not: a repair that did not last does not count. */
    Attempt repaired(boolean isRepaired, Instant now) {
        var first = isRepaired() ? repaired : now;
        return new Attempt(noticed, named, namedAt, isRepaired ? first : Instant.MAX, wrong, hints, told);
    }

    Attempt hinted() {
        return new Attempt(noticed, named, namedAt, repaired, wrong, hints + 1, told);
    }

    Attempt toldOf() {
        return new Attempt(noticed, named, namedAt, repaired, wrong, hints, true);
    }
}
