package org.pgpoollab.command;

/** Whether colours may be used, and how. */
public record Style(boolean coloured) {

    public static final Style PLAIN = new Style(false);

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

    /** In one of ten colours, the same for the same number. */
    String ofNode(int number, String text) {
        return in(NODE_COLOURS[number % NODE_COLOURS.length], text);
    }

    private String in(int code, String text) {
        return coloured ? "\033[" + code + "m" + text + "\033[m" : text;
    }
}
