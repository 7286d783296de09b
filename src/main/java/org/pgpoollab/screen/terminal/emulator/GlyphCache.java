package org.pgpoollab.screen.terminal.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pgpoollab.screen.picture.Glyph;
import org.pgpoollab.screen.picture.GlyphStyle;

/** Caches the ASCII glyphs of the latest styles, so that most printed characters allocate no memory. */
final class GlyphCache {

    private static final int ASCII = 0x80;
    private static final int MOST_STYLES = 64;

    private final Map<GlyphStyle, Glyph[]> cases = new LinkedHashMap<>(MOST_STYLES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<GlyphStyle, Glyph[]> eldest) {
            return size() > MOST_STYLES;
        }
    };
    private GlyphStyle latest = GlyphStyle.PLAIN;
    private Glyph[] latestCase = new Glyph[ASCII];

    Glyph glyph(int point, int width, GlyphStyle style) {
        if (point >= ASCII) {
            return new Glyph(Character.toString(point), width, style);
        }
        open(style);
        if (latestCase[point] == null) {
            latestCase[point] = point == ' ' && style.equals(GlyphStyle.PLAIN)
                    ? Glyph.SPACE
                    : new Glyph(Character.toString(point), width, style);
        }
        return latestCase[point];
    }

    private void open(GlyphStyle style) {
        if (style.equals(latest)) {
            return;
        }
        latest = style;
        latestCase = cases.computeIfAbsent(style, wanted -> new Glyph[ASCII]);
    }
}
