package org.pgpoollab.screen;

/**
 * The purpose of a text on the screen. A {@link Theme} has a style for each role. States also have a glyph, so that they can be
 * told apart without colours.
 */
public enum StyleRole {
    TEXT,
    DIM,
    HEADING,
    TITLE,
    BORDER,
    /** The node that accepts writes, or the watchdog leader. */
    PRIMARY,
    /** A node that follows the primary or the leader as it should. */
    STANDBY,
    GOOD,
    BAD,
    WARN,
    /** A belief differs from what the node reports about itself. */
    DISAGREES,
    /** A belief differs, but only because the node's state changed a moment ago. */
    IN_TRANSITION,
    UNKNOWN,
    /** A state that must not occur: two nodes in a role that only one may have. */
    ALARM,
    BAR,
    /** What can be typed, and names of settings, in a text. */
    CODE,
    KEY,
    KEY_TEXT,
    MESSAGE
}
