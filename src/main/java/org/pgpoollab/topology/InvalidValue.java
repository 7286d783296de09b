package org.pgpoollab.topology;

/** Says why a text cannot be meant, and what could be written in its stead. */
final class InvalidValue extends Exception {

    private static final long serialVersionUID = 1;

    private final String instead;

    /** @param instead a value that would be taken */
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
