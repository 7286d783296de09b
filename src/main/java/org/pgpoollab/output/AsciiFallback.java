package org.pgpoollab.output;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.pgpoollab.report.AsciiSubstitutes;

/** Replaces characters that a terminal's character set lacks by ASCII with the same meaning. */
final class AsciiFallback {

    private final CharsetEncoder encoder;

    AsciiFallback(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** Returns the text with every character that cannot be encoded replaced; a character without an ASCII substitute becomes {@code ?}. */
    synchronized String fit(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        var fitted = new StringBuilder();
        text.codePoints().forEach(point -> fitted.append(fit(point)));
        return fitted.toString();
    }

    /** Returns JSON with every character that cannot be encoded escaped: only strings contain non-ASCII, and escapes are allowed there. */
    synchronized String fitJson(String json) {
        var canEncode = encoder.canEncode(json);
        if (canEncode && json.chars().noneMatch(AsciiFallback::isControl)) {
            return json;
        }
        var fitted = new StringBuilder();
        json.chars()
                .forEach(unit -> fitted.append(
                        unit < 0x80 || (canEncode && !isControl(unit))
                                ? Character.toString(unit)
                                : "\\u%04x".formatted(unit)));
        return fitted.toString();
    }

    /** Whether the character is DEL or a C1 control, which JSON allows unescaped and terminals obey. */
    private static boolean isControl(int unit) {
        return unit >= 0x7f && unit <= 0x9f;
    }

    private String fit(int point) {
        var character = Character.toString(point);
        return encoder.canEncode(character) ? character : AsciiSubstitutes.inText(point);
    }
}
