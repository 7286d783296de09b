package org.pgpoollab.command;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.pgpoollab.report.AsciiSubstitutes;

/** Replaces what a terminal's character set cannot show by ASCII that means the same. */
final class AsciiFallback {

    private final CharsetEncoder encoder;

    AsciiFallback(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** The text as it can be written; a character without a likeness becomes a question mark. */
    synchronized String fit(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        var fitted = new StringBuilder();
        text.codePoints().forEach(point -> fitted.append(fit(point)));
        return fitted.toString();
    }

    /** JSON as it can be written: only strings hold other than ASCII, and there every character may be escaped. */
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

    /** Whether it is one of those that JSON lets stand as they are, and terminals obey. */
    private static boolean isControl(int unit) {
        return unit >= 0x7f && unit <= 0x9f;
    }

    private String fit(int point) {
        var character = Character.toString(point);
        return encoder.canEncode(character) ? character : AsciiSubstitutes.inText(point);
    }
}
