package org.pgpoollab.completion;

/** What a shell offers at a place of a line: one word, or the names of a kind, which it has to look up. */
sealed interface Offer permits FixedWord, NameKind {

    /** Returns what stands for it in the name of a place. */
    String label();
}
