package org.pgpoollab.completion;

/** A word that every lab has: a subcommand, a role, a state. */
record FixedWord(String text) implements Offer {

    @Override
    public String label() {
        return text;
    }
}
