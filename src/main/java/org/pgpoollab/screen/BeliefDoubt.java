package org.pgpoollab.screen;

/** Whether somebody's belief of a node is to be doubted, the least first. */
enum BeliefDoubt {
    NONE(""),
    /** Wrong, but too early to know better. */
    IN_TRANSITION("…"),
    DISAGREES("!");

    private final String sign;

    BeliefDoubt(String sign) {
        this.sign = sign;
    }

    static BeliefDoubt of(boolean disagrees, boolean isExcused) {
        if (!disagrees) {
            return NONE;
        }
        return isExcused ? IN_TRANSITION : DISAGREES;
    }

    BeliefDoubt worse(BeliefDoubt other) {
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

    StyleRole over(StyleRole undoubted) {
        return switch (this) {
            case NONE -> undoubted;
            case IN_TRANSITION -> StyleRole.IN_TRANSITION;
            case DISAGREES -> StyleRole.DISAGREES;
        };
    }
}
