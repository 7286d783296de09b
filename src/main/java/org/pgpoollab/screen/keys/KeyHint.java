package org.pgpoollab.screen.keys;

/** One word of the bar of keys: {@code F1} and {@code help}. */
public record KeyHint(String keys, String text) {

    /** In columns, with the space between; all hints are ASCII. */
    int width() {
        return keys.length() + 1 + text.length();
    }

    @Override
    public String toString() {
        return keys + " " + text;
    }
}
