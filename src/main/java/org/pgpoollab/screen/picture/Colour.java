package org.pgpoollab.screen.picture;

/** A colour of a terminal. */
public sealed interface Colour {

    /** The terminal's default colour. */
    Colour DEFAULT = new Standard();

    /** Returns one of the sixteen colours of {@code SGR 30-37} and {@code 90-97}, or of the 256 of {@code SGR 38;5}. */
    static Colour indexed(int number) {
        return new Indexed(number);
    }

    static Colour rgb(int red, int green, int blue) {
        return new Rgb(red, green, blue);
    }

    record Standard() implements Colour {}

    /**
     * A colour by its number.
     *
     * @param number 0 to 255; up to 15 the terminal's own palette
     */
    record Indexed(int number) implements Colour {
        public Indexed {
            if (number < 0 || number > 255) {
                throw new IllegalArgumentException("no such colour: " + number);
            }
        }
    }

    /** A colour by its components, each from 0 to 255. */
    record Rgb(int red, int green, int blue) implements Colour {
        public Rgb {
            if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
                throw new IllegalArgumentException("no such colour: " + red + ", " + green + ", " + blue);
            }
        }
    }
}
