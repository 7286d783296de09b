package org.pgpoollab.screen;

/** What a piece of the screen says or is for. A {@link Theme} has a dress for each; what carries news also has a glyph of its own. */
public enum StyleRole {
    TEXT,
    DIM,
    HEADING,
    TITLE,
    BORDER,
    /** The one that takes the writes, or leads. */
    PRIMARY,
    /** One that follows, as it should. */
    STANDBY,
    GOOD,
    BAD,
    WARN,
    /** Somebody believes something else than the node says of itself. */
    DISAGREES,
    /** The same, but only because the truth changed a moment ago. */
    IN_TRANSITION,
    UNKNOWN,
    /** What must not be: two of what there may be only one of. */
    ALARM,
    BAR,
    KEY,
    KEY_TEXT,
    MESSAGE
}
