package org.pgpoollab.topology;

/** Thrown if a value is invalid; holds the reason and a valid value. */
final class InvalidValue extends Exception {

    private static final long serialVersionUID = 1;

    private final String instead;

    /** @param instead a value that is valid */
    InvalidValue(String why, String instead) {
        super(why, null, false, false);
        this.instead = instead;
    }

    String why() {
        return getMessage();
    }

    String instead() {
        return instead;
    }
}
