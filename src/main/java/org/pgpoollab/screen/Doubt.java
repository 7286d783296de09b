package org.pgpoollab.screen;

/** Whether somebody's belief of a node is to be doubted, the least first. */
enum Doubt {
    NONE(""),
    /** Wrong, but too early to know better. */
    IN_TRANSITION("…"),
    DISAGREES("!");

    private final String sign;

    Doubt(String sign) {
        this.sign = sign;
    }

    static Doubt of(boolean disagrees, boolean isExcused) {
        if (!disagrees) {
            return NONE;
        }
        return isExcused ? IN_TRANSITION : DISAGREES;
    }

    Doubt worse(Doubt other) {
        return compareTo(other) < 0 ? other : this;
    }

    String sign() {
        return sign;
    }

    /** The text with the sign behind it. */
    String after(String text) {
        return this == NONE ? text : text + " " + sign;
    }

    /** The same without a space between. */
    String closeAfter(String text) {
        return text + sign;
    }

    Meaning over(Meaning undoubted) {
        return switch (this) {
            case NONE -> undoubted;
            case IN_TRANSITION -> Meaning.IN_TRANSITION;
            case DISAGREES -> Meaning.DISAGREES;
        };
    }
}
