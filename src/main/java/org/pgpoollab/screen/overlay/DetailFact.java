package org.pgpoollab.screen.overlay;

/** One fact about a node, or the reason why it is unknown. */
record DetailFact(String name, String value, OverlayStyle wear) {

    static DetailFact of(String name, Object value) {
        return new DetailFact(name, value.toString(), OverlayStyle.NORMAL);
    }

    static DetailFact good(String name, String value) {
        return new DetailFact(name, value, OverlayStyle.GOOD);
    }

    static DetailFact bad(String name, String value) {
        return new DetailFact(name, value, OverlayStyle.BAD);
    }

    static DetailFact warn(String name, String value) {
        return new DetailFact(name, value, OverlayStyle.WARN);
    }

    static DetailFact unknown(String name, String why) {
        return new DetailFact(name, "? " + why, OverlayStyle.DIM);
    }
}
