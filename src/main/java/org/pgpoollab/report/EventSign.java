package org.pgpoollab.report;

import org.pgpoollab.timeline.Event;

/** Chooses the sign before an event, the same on the screen and in text. */
public final class EventSign {

    private EventSign() {}

    public static StatusSign of(Event event) {
        return switch (event.effect()) {
            case TROUBLE -> StatusSign.BAD;
            case RECOVERY -> StatusSign.GOOD;
            case CHANGE -> event.kind() == Event.Kind.COMMAND ? StatusSign.CHANGED : StatusSign.NEUTRAL;
        };
    }
}
