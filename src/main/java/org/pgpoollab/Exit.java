package org.pgpoollab;

/** The result of a command; the number is the exit status of the process. */
public enum Exit {
    DONE(0),
    FAILED(1),
    USAGE(2),
    UNMET(3),
    MISSING(4),
    INTERRUPTED(130);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** Returns the exit status for the operating system, 0 to 255. */
    public int status() {
        return status;
    }
}
