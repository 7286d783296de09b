package org.pgpoollab.screen.keys;

import java.util.List;

/**
 * One key and everything that terminals send for it.
 *
 * @param shownAs {@code F1}, {@code PgUp}, {@code ^L}, {@code Alt-Down}
 * @param sequences the received characters, escape characters included; those of xterm, the Linux console, screen, tmux, rxvt and
 * VT220
 * @param capabilities terminfo's long names ({@code key_f1}) of what the current terminal sends; a terminal may lack them
 */
public record Key(String shownAs, List<String> sequences, List<String> capabilities) {

    public Key {
        sequences = List.copyOf(sequences);
        capabilities = List.copyOf(capabilities);
    }

    static Key of(String shownAs, String... sequences) {
        return new Key(shownAs, List.of(sequences), List.of());
    }

    Key orCapability(String... names) {
        return new Key(shownAs, sequences, List.of(names));
    }
}
