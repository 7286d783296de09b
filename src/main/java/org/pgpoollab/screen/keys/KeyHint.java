package org.pgpoollab.screen.keys;

/** One hint of the key bar: {@code F1} and {@code help}. */
public record KeyHint(String keys, String text) {

    /** Returns the width in columns, including the space between. All hints are ASCII. */
    int width() {
        return keys.length() + 1 + text.length();
    }

    @Override
    public String toString() {
        return keys + " " + text;
    }
}
