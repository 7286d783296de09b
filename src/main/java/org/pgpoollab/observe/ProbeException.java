package org.pgpoollab.observe;

/** Thrown if a probe has no answer; the message is the reason, in one line. */
final class ProbeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProbeException(String reason) {
        super(reason);
    }

    ProbeException(String reason, Exception cause) {
        super(reason, cause);
    }

    static ProbeException hostIsOff() {
        return new ProbeException("the host is off");
    }
}
