package org.pgpoollab.report;

import org.pgpoollab.timeline.Event;

/** Chooses the sign before an event, the same on the screen and in text. */
public final class EventSign {

    private EventSign() {}

    public static Sign of(Event event) {
        return switch (event.effect()) {
            case TROUBLE -> Sign.BAD;
            case RECOVERY -> Sign.GOOD;
            case CHANGE -> event.kind() == Event.Kind.COMMAND ? Sign.CHANGED : Sign.NEUTRAL;
        };
    }
}
