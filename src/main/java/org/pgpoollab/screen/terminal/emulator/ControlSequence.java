package org.pgpoollab.screen.terminal.emulator;

/**
 * One control sequence, {@code ESC [ … letter} (ECMA-48, CSI).
 *
 * @param marker one of {@code < = > ?} in a private sequence, else {@code 0}
 * @param intermediate a character from space to {@code /} before the last one, else {@code 0}
 * @param last the letter that selects the function
 */
record ControlSequence(char marker, char intermediate, char last, SequenceParameters parameters) {

    boolean isStandard() {
        return marker == 0 && intermediate == 0;
    }

    boolean isPrivate() {
        return marker == '?' && intermediate == 0;
    }

    int count() {
        return parameters.count(0);
    }

    int first() {
        return parameters.at(0);
    }
}
