package org.pgpoollab.screen.terminal.emulator;

import java.util.HashMap;
import java.util.Map;
import org.pgpoollab.screen.picture.Glyph;
import org.pgpoollab.screen.picture.GlyphStyle;

/**
 * The complete state of a terminal: both screen buffers and which one is shown, modes, style, character sets, tab stops, replies.
 */
final class TerminalEmulator {

    private static final int LONGEST_REPLY = 4096;

    /** The state that {@code DECSC} saves. */
    private record Saved(int column, int row, GlyphStyle style, Charsets charsets) {
        static final Saved NOTHING = new Saved(0, 0, GlyphStyle.PLAIN, Charsets.ASCII);
    }

    private final ScreenBuffer main;
    private final ScreenBuffer alternate;
    private final GlyphCache glyphCase = new GlyphCache();
    private final Map<ScreenBuffer, Saved> saved = new HashMap<>();
    private final StringBuilder reply = new StringBuilder();
    private ScreenBuffer page;
    private TerminalModes modes = new TerminalModes();
    private TabStops tabStops = new TabStops();
    private GlyphStyle style = GlyphStyle.PLAIN;
    private Charsets charsets = Charsets.ASCII;
    private int latest = ' ';
    private int bells;

    TerminalEmulator(int columns, int rows, int scrollback) {
        this.main = new ScreenBuffer(columns, rows, new Scrollback(scrollback));
        this.alternate = new ScreenBuffer(columns, rows, new Scrollback(0));
        this.page = main;
    }

    ScreenBuffer page() {
        return page;
    }

    TerminalModes modes() {
        return modes;
    }

    TabStops tabStops() {
        return tabStops;
    }

    /**
     * Returns the content of erased cells: a space in the current background colour, as terminfo's {@code bce} of xterm specifies.
     */
    Glyph blank() {
        return glyphCase.glyph(' ', 1, GlyphStyle.PLAIN.on(style.background()));
    }

    void print(int point) {
        var known = charsets.shown(point);
        var width = CellWidth.of(known);
        if (width > 0) {
            latest = known;
            page.print(glyph(known, width), modes);
        } else if (CellWidth.isCombining(known)) {
            page.combine(Character.toString(known));
        }
    }

    private Glyph glyph(int point, int width) {
        if (width > page.grid().columns()) {
            return glyphCase.glyph('?', 1, style);
        }
        return glyphCase.glyph(CellWidth.shown(point), width, style);
    }

    /** {@code REP}, limited to the number of cells of the screen. */
    void repeat(int count) {
        var most = page.grid().columns() * page.grid().rows();
        var glyph = glyph(latest, CellWidth.of(latest));
        for (var i = 0; i < Math.min(count, most); i++) {
            page.print(glyph, modes);
        }
    }

    /** Moves to a row as the program counts it: from 0, and from the top of the scrolling region in origin mode. */
    void moveTo(int column, int row) {
        page.moveTo(column, modes.isRelative() ? row + page.top() : row);
    }

    void style(SequenceParameters parameters) {
        style = SgrParser.after(style, parameters);
    }

    void designate(char which, char set) {
        charsets = charsets.designated(which, set);
    }

    void shift(boolean toSecond) {
        charsets = charsets.shifted(toSecond);
    }

    void save() {
        saved.put(page, new Saved(page.column(), page.row(), style, charsets));
    }

    void restore() {
        var kept = saved.getOrDefault(page, Saved.NOTHING);
        page.moveTo(kept.column(), kept.row());
        style = kept.style();
        charsets = kept.charsets();
    }

    boolean isAlternate() {
        return page == alternate;
    }

    /** Switches between the buffers. The alternate one is cleared when it is entered; the main one keeps its content and cursor. */
    void showAlternate(boolean isWanted) {
        if (isWanted == isAlternate()) {
            return;
        }
        page = isWanted ? alternate : main;
        if (isWanted) {
            alternate.wholeRegion();
            alternate.moveTo(0, 0);
            alternate.eraseScreen(2, blank());
        }
    }

    /** {@code RIS}. The scrollback is kept. */
    void reset() {
        softReset();
        modes = new TerminalModes();
        tabStops = new TabStops();
        showAlternate(false);
        page.eraseScreen(2, blank());
        page.moveTo(0, 0);
    }

    /** {@code DECSTR}. */
    void softReset() {
        modes.reset();
        style = GlyphStyle.PLAIN;
        charsets = Charsets.ASCII;
        saved.clear();
        page.wholeRegion();
    }

    void resize(int columns, int rows) {
        main.resize(columns, rows);
        alternate.resize(columns, rows);
    }

    /** Queues a reply to the program. Replies that are not taken are limited in length. */
    void reply(String answer) {
        if (reply.length() + answer.length() <= LONGEST_REPLY) {
            reply.append(answer);
        }
    }

    String takeReply() {
        var all = reply.toString();
        reply.setLength(0);
        return all;
    }

    void ring() {
        bells++;
    }

    int bells() {
        return bells;
    }
}
