package org.pgpoollab.screen.picture;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How a glyph is shown. */
public record Dress(Colour foreground, Colour background, Set<Mark> marks) {

    public enum Mark {
        BOLD,
        DIM,
        ITALIC,
        UNDERLINE,
        BLINK,
        REVERSE,
        CROSSED_OUT
    }

    public static final Dress PLAIN = new Dress(Colour.DEFAULT, Colour.DEFAULT, Set.of());

    public Dress {
        marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(marks));
    }

    public static Dress of(Colour foreground) {
        return PLAIN.in(foreground);
    }

    public Dress in(Colour newForeground) {
        return new Dress(newForeground, background, marks);
    }

    public Dress on(Colour newBackground) {
        return new Dress(foreground, newBackground, marks);
    }

    public Dress with(Mark mark) {
        var more = EnumSet.of(mark);
        more.addAll(marks);
        return new Dress(foreground, background, more);
    }

    public Dress without(Mark mark) {
        var fewer = EnumSet.noneOf(Mark.class);
        fewer.addAll(marks);
        fewer.remove(mark);
        return new Dress(foreground, background, fewer);
    }

    public boolean has(Mark mark) {
        return marks.contains(mark);
    }
}
