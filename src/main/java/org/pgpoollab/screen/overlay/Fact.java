package org.pgpoollab.screen.overlay;

/** One thing that is known of a node, or why it is not known. */
record Fact(String name, String value, Wear wear) {

    static Fact of(String name, Object value) {
        return new Fact(name, value.toString(), Wear.NORMAL);
    }

    static Fact good(String name, String value) {
        return new Fact(name, value, Wear.GOOD);
    }

    static Fact bad(String name, String value) {
        return new Fact(name, value, Wear.BAD);
    }

    static Fact warn(String name, String value) {
        return new Fact(name, value, Wear.WARN);
    }

    static Fact unknown(String name, String why) {
        return new Fact(name, "? " + why, Wear.DIM);
    }
}
