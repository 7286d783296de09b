package org.pgpoollab.lesson;

/**
 * The answer to an {@link EvidenceQuestion}.
 *
 * @param text the answer; if it is not known, why not
 */
public record EvidenceAnswer(boolean isKnown, String text) {

    static final EvidenceAnswer NOT_ASKED = new EvidenceAnswer(false, "nobody has asked yet");

    public static EvidenceAnswer of(String text) {
        return new EvidenceAnswer(true, text);
    }

    public static EvidenceAnswer unknown(String why) {
        return new EvidenceAnswer(false, why);
    }
}
