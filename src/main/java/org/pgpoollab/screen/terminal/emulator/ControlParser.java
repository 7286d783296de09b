package org.pgpoollab.screen.terminal.emulator;

/**
 * Separates text from control functions, following Paul Williams' state diagram of DEC's VT500 (vt100.net/emu/dec_ansi_parser). It
 * accepts any input: malformed sequences are dropped, and an escape character always begins a new sequence. The contents of strings
 * (OSC, DCS, APC, PM, SOS) are ignored.
 */
final class ControlParser {

    /** Receives what was parsed, in order. */
    interface Listener {

        /** Receives a character to show: neither C0 nor C1 nor DEL. */
        void print(int point);

        /** Receives a single C0 control character. */
        void control(int code);

        /** Receives {@code ESC last} or {@code ESC intermediate last}; the intermediate is 0 if there is none. */
        void escape(char intermediate, char last);

        void sequence(ControlSequence sequence);
    }

    private enum State {
        GROUND,
        ESCAPE,
        SEQUENCE,
        IGNORED_SEQUENCE,
        STRING,
        DEVICE_STRING
    }

    private static final int BELL = 0x07;
    private static final int LINE_FEED = 0x0a;
    private static final int CANCEL = 0x18;
    private static final int SUBSTITUTE = 0x1a;
    private static final int ESCAPE = 0x1b;
    private static final int DELETE = 0x7f;
    private static final int END_OF_C1 = 0xa0;
    private static final int LONGEST_DEVICE_STRING = 1 << 20;

    private final Listener listener;
    private State state = State.GROUND;
    private SequenceParameters parameters = new SequenceParameters();
    private char marker;
    private char intermediate;
    private boolean hasBegun;
    private int swallowed;

    ControlParser(Listener listener) {
        this.listener = listener;
    }

    void next(int point) {
        if (point >= ' ' && point < DELETE && state == State.GROUND) {
            listener.print(point);
        } else if (point == ESCAPE) {
            begin(State.ESCAPE);
        } else if (point == CANCEL || point == SUBSTITUTE) {
            state = State.GROUND;
        } else if (point > DELETE && point < END_OF_C1) {
            begin(State.ESCAPE);
            escape(point - 0x40);
        } else if (point != DELETE) {
            inState(point);
        }
    }

    private void begin(State next) {
        state = next;
        parameters = new SequenceParameters();
        marker = 0;
        intermediate = 0;
        hasBegun = false;
        swallowed = 0;
    }

    private void inState(int point) {
        switch (state) {
            case GROUND -> ground(point);
            case STRING -> string(point);
            case DEVICE_STRING -> deviceString();
            case ESCAPE, SEQUENCE, IGNORED_SEQUENCE -> inSequence(point);
        }
    }

    private void ground(int point) {
        if (point < ' ') {
            listener.control(point);
        } else {
            listener.print(point);
        }
    }

    /** Ends a string also at the end of a line, so that a truncated string does not hide everything after it. */
    private void string(int point) {
        if (point == BELL || point == LINE_FEED) {
            state = State.GROUND;
        }
    }

    private void deviceString() {
        swallowed++;
        if (swallowed > LONGEST_DEVICE_STRING) {
            state = State.GROUND;
        }
    }

    private void inSequence(int point) {
        if (point < ' ') {
            listener.control(point);
        } else if (point > DELETE) {
            state = State.GROUND;
            listener.print(point);
        } else if (state == State.ESCAPE) {
            escape(point);
        } else if (state == State.SEQUENCE) {
            sequence(point);
        } else if (point >= '@') {
            state = State.GROUND;
        }
    }

    private void escape(int point) {
        if (point < '0') {
            intermediate = (char) point;
            return;
        }
        if (intermediate != 0) {
            state = State.GROUND;
            listener.escape(intermediate, (char) point);
            return;
        }
        switch (point) {
            case '[' -> begin(State.SEQUENCE);
            case 'P' -> begin(State.DEVICE_STRING);
            case ']', 'X', '^', '_' -> begin(State.STRING);
            default -> {
                state = State.GROUND;
                listener.escape((char) 0, (char) point);
            }
        }
    }

    private void sequence(int point) {
        if (point >= '@') {
            state = State.GROUND;
            listener.sequence(new ControlSequence(marker, intermediate, (char) point, parameters));
        } else if (point < '0') {
            intermediate = (char) point;
        } else if (intermediate != 0 || (point > ';' && hasBegun)) {
            state = State.IGNORED_SEQUENCE;
        } else if (point > ';') {
            marker = (char) point;
        } else {
            parameter(point);
        }
        hasBegun = true;
    }

    private void parameter(int point) {
        if (point <= '9') {
            parameters.digit(point - '0');
        } else {
            parameters.next(point == ':');
        }
    }
}
