package org.pgpoollab.completion;

import java.util.Locale;

/** The kinds of names that differ from machine to machine. A shell finds them in the file system, because a process takes too long. */
enum NameKind implements Offer {
    POSTGRES("pg"),
    PGPOOL("pgpool"),
    LAB("lab"),
    SAVE("save"),
    FILE("file"),
    DIRECTORY("directory");

    private final String word;

    NameKind(String word) {
        this.word = word;
    }

    /** Returns the word by which the scripts name the kind. */
    String word() {
        return word;
    }

    /** Whether its names are those of nodes: the word and a number, joined by a hyphen. */
    boolean isOfNodes() {
        return this == POSTGRES || this == PGPOOL;
    }

    @Override
    public String label() {
        return isOfNodes() ? word + "-N" : word.toUpperCase(Locale.ROOT);
    }
}
