package org.pgpoollab.screen.picture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The colours and marks of a glyph. */
public record GlyphStyle(Colour foreground, Colour background, Set<Mark> marks) {

    public enum Mark {
        BOLD,
        DIM,
        ITALIC,
        UNDERLINE,
        BLINK,
        REVERSE,
        CROSSED_OUT
    }

    public static final GlyphStyle PLAIN = new GlyphStyle(Colour.DEFAULT, Colour.DEFAULT, Set.of());

    public GlyphStyle {
        marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }

    public static GlyphStyle of(Colour foreground) {
        return PLAIN.in(foreground);
    }

    public GlyphStyle in(Colour newForeground) {
        return new GlyphStyle(newForeground, background, marks);
    }

    public GlyphStyle on(Colour newBackground) {
        return new GlyphStyle(foreground, newBackground, marks);
    }

    public GlyphStyle with(Mark mark) {
        var more = EnumSet.of(mark);
        more.addAll(marks);
        return new GlyphStyle(foreground, background, more);
    }

    public GlyphStyle without(Mark mark) {
        var fewer = EnumSet.noneOf(Mark.class);
        fewer.addAll(marks);
        fewer.remove(mark);
        return new GlyphStyle(foreground, background, fewer);
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }
}
