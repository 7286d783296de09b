package org.pgpoollab.screen.keys;

import java.util.Locale;

/**
 * The keys that are used, with what terminals send for them according to terminfo (xterm-256color, linux, screen, tmux,
 * rxvt-unicode, vt220) and xterm's ctlseqs.
 */
final class KeyDefinitions {

    static final Key F1 = Key.of("F1", "\033OP", "\033[11~", "\033[[A").orCapability("key_f1");
    static final Key F2 = Key.of("F2", "\033OQ", "\033[12~", "\033[[B").orCapability("key_f2");
    static final Key F3 = Key.of("F3", "\033OR", "\033[13~", "\033[[C").orCapability("key_f3");
    static final Key F4 = Key.of("F4", "\033OS", "\033[14~", "\033[[D").orCapability("key_f4");
    static final Key F5 = Key.of("F5", "\033[15~", "\033[[E").orCapability("key_f5");
    static final Key F6 = Key.of("F6", "\033[17~").orCapability("key_f6");

    static final Key UP = Key.of("Up", "\033[A", "\033OA").orCapability("key_up");
    static final Key DOWN = Key.of("Down", "\033[B", "\033OB").orCapability("key_down");
    static final Key RIGHT = Key.of("Right", "\033[C", "\033OC").orCapability("key_right");
    static final Key LEFT = Key.of("Left", "\033[D", "\033OD").orCapability("key_left");

    /** rxvt and Terminal.app send Alt as an escape before the key; older iTerm2 sends modifier 9. */
    static final Key ALT_UP = Key.of("Alt-Up", "\033[1;3A", "\033\033[A", "\033\033OA", "\033[1;9A");

    static final Key ALT_DOWN = Key.of("Alt-Down", "\033[1;3B", "\033\033[B", "\033\033OB", "\033[1;9B");

    /** The Linux console sends plain arrows for these keys, so every action has another key too. */
    static final Key SHIFT_UP = Key.of("Shift-Up", "\033[1;2A", "\033[a").orCapability("key_sr");

    static final Key SHIFT_DOWN = Key.of("Shift-Down", "\033[1;2B", "\033[b").orCapability("key_sf");

    static final Key PAGE_UP = Key.of("PgUp", "\033[5~").orCapability("key_ppage");
    static final Key PAGE_DOWN = Key.of("PgDn", "\033[6~").orCapability("key_npage");
    static final Key HOME =
            Key.of("Home", "\033[H", "\033OH", "\033[1~", "\033[7~").orCapability("key_home");
    static final Key END =
            Key.of("End", "\033[F", "\033OF", "\033[4~", "\033[8~").orCapability("key_end");

    static final Key ENTER = Key.of("Enter", "\r", "\n", "\033OM").orCapability("key_enter");
    static final Key ESCAPE = Key.of("Esc", "\033");
    static final Key TAB = Key.of("Tab", "\t");
    static final Key BACKSPACE = Key.of("Backspace", "\177", "\b").orCapability("key_backspace");
    static final Key SPACE = Key.of("Space", " ");

    private KeyDefinitions() {}

    static Key letter(char letter) {
        return Key.of(String.valueOf(letter), String.valueOf(letter));
    }

    static Key alt(char letter) {
        return Key.of("Alt-" + Character.toString(letter).toUpperCase(Locale.ROOT), "\033" + letter);
    }

    /** {@code ^C}: the character reduced to its lowest five bits. */
    static Key control(char letter) {
        return Key.of("^" + letter, String.valueOf((char) (letter & 0x1f)));
    }

    /** Returns an entry that no key sends, for example for the mouse. */
    static Key none(String shownAs) {
        return Key.of(shownAs);
    }
}
