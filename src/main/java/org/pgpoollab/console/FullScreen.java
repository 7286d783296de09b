package org.pgpoollab.console;

import org.pgpoollab.Exit;

/** The program's full screen, if the terminal can show one. */
public interface FullScreen {

    /** No full screen: a terminal gets output line by line. */
    FullScreen NONE = new FullScreen() {
        @Override
        public boolean fits(ConsoleSetting setting) {
            return false;
        }

        @Override
        public Exit show(PromptSession conversation) {
            throw new IllegalStateException("there is no full screen");
        }
    };

    /** Whether the terminal can show the full screen. */
    boolean fits(ConsoleSetting setting);

    /** Shows the full screen until the user leaves it. */
    Exit show(PromptSession conversation);
}
