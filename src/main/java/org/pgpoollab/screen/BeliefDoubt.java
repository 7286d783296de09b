package org.pgpoollab.screen;

/** Whether a belief of a pgpool or of repmgr about a node is doubtful. The constants are ordered from least to most doubtful. */
enum BeliefDoubt {
    NONE(""),
    /** The belief is wrong, but the node had no time yet to notice the change. */
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

    /** Returns the text, a space and the sign; the text alone if there is no doubt. */
    String after(String text) {
        return this == NONE ? text : text + " " + sign;
    }

    /** Returns the text and the sign without a space between them. */
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
