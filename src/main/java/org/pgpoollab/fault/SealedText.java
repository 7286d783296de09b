package org.pgpoollab.fault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text that cannot be read at a glance. It hides nothing from somebody who decodes it: it only keeps a file from telling by accident. */
public final class SealedText {

    private SealedText() {}

    public static String seal(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** Returns the text that was sealed; empty for any other text. */
    public static String open(String sealed) {
        try {
            return new String(Base64.getMimeDecoder().decode(sealed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return "";
        }
    }
}
