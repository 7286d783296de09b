package org.pgpoollab.console;

import org.pgpoollab.Exit;

/** The program's full screen, where there can be one. */
public interface FullScreen {

    /** There is none: a terminal gets lines that follow each other. */
    FullScreen NONE = new FullScreen() {
        @Override
        public boolean fits(Console.Setting setting) {
            return false;
        }

        @Override
        public Exit show(PromptSession conversation) {
            throw new IllegalStateException("there is no full screen");
        }
    };

    /** Whether the terminal can show it. */
    boolean fits(Console.Setting setting);

    /** Shows it until the person leaves. */
    Exit show(PromptSession conversation);
}
