package org.pgpoollab.syntax;

import java.util.regex.Pattern;
import org.pgpoollab.LabException;

/** The columns and rows of a screen, written {@code 120x36}. */
public record ScreenSize(int columns, int rows) {

    public static final ScreenSize USUAL = new ScreenSize(120, 36);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})x(\\d{1,4})");
    private static final int MOST = 1000;

    /** @throws LabException if the text is no valid size */
    public static ScreenSize parse(String text) {
        var matcher = WRITTEN.matcher(text);
        if (matcher.matches()) {
            var size = new ScreenSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (size.columns >= 1 && size.columns <= MOST && size.rows >= 1 && size.rows <= MOST) {
                return size;
            }
        }
        throw LabException.usage(
                "'" + text + "' is no size of a screen",
                "it is written as columns, x, rows, each from 1 to " + MOST,
                "screenshot --size " + USUAL);
    }

    @Override
    public String toString() {
        return columns + "x" + rows;
    }
}
