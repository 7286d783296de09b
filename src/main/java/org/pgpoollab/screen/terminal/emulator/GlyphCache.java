package org.pgpoollab.screen.terminal.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pgpoollab.screen.picture.Glyph;
import org.pgpoollab.screen.picture.GlyphStyle;

/** Caches the ASCII glyphs of the latest styles, so that most printed characters allocate no memory. */
final class GlyphCache {

    private static final int ASCII = 0x80;
    private static final int MOST_DRESSES = 64;

    private final Map<GlyphStyle, Glyph[]> cases = new LinkedHashMap<>(MOST_DRESSES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<GlyphStyle, Glyph[]> eldest) {
            return size() > MOST_DRESSES;
        }
    };
    private GlyphStyle latest = GlyphStyle.PLAIN;
    private Glyph[] latestCase = new Glyph[ASCII];

    Glyph glyph(int point, int width, GlyphStyle dress) {
        if (point >= ASCII) {
            return new Glyph(Character.toString(point), width, dress);
        }
        open(dress);
        if (latestCase[point] == null) {
            latestCase[point] = point == ' ' && dress.equals(GlyphStyle.PLAIN)
                    ? Glyph.SPACE
                    : new Glyph(Character.toString(point), width, dress);
        }
        return latestCase[point];
    }

    private void open(GlyphStyle dress) {
        if (dress.equals(latest)) {
            return;
        }
        latest = dress;
        latestCase = cases.computeIfAbsent(dress, wanted -> new Glyph[ASCII]);
    }
}
