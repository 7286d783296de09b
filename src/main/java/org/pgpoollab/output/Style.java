package org.pgpoollab.output;

import org.pgpoollab.report.TerminalLook;

/** Adds colours to text for a terminal. Characters that its character set lacks are replaced only on output. */
public record Style(TerminalLook look) {

    public static final Style PLAIN = new Style(TerminalLook.PLAIN);

    private static final int[] NODE_COLOURS = {36, 33, 35, 32, 34, 96, 93, 95, 92, 94};

    public String red(String text) {
        return in(31, text);
    }

    public String green(String text) {
        return in(32, text);
    }

    public String dim(String text) {
        return in(2, text);
    }

    /** Colours text with one of ten colours, the same for the same number. */
    public String ofNode(int number, String text) {
        return in(NODE_COLOURS[number % NODE_COLOURS.length], text);
    }

    private String in(int code, String text) {
        return look.colour() ? "\033[" + code + "m" + text + "\033[m" : text;
    }
}
