package org.pgpoollab.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pgpoollab.topology.Lab;

/**
 * The state of the challenge that a lab has.
 *
 * @param made whether all of it was made; if not, the program was ended meanwhile
 * @param ownLoad whether the challenge started the load, and stops it at its end
 * @param begun when it was made
 */
record ChallengeState(
        Situation situation, NodeCast cast, long seed, boolean made, boolean ownLoad, Instant begun, Attempt attempt) {

    ChallengeState {
        Objects.requireNonNull(begun);
        Objects.requireNonNull(attempt);
    }

    static ChallengeState of(ChallengeDraw draw, long seed, boolean ownLoad, Instant now) {
        return new ChallengeState(draw.situation(), draw.cast(), seed, false, ownLoad, now, Attempt.NONE);
    }

    ChallengeState made(Instant now) {
        return new ChallengeState(situation, cast, seed, true, ownLoad, now, attempt);
    }

    ChallengeState with(Attempt other) {
        return new ChallengeState(situation, cast, seed, made, ownLoad, begun, other);
    }

    List<Cause> causes(Lab lab) {
        return situation.causes(cast, lab);
    }

    List<Cause> unnamed(Lab lab) {
        return causes(lab).stream()
                .filter(cause -> !attempt.named().contains(cause.answer()))
                .toList();
    }
}
