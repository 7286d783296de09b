package org.pgpoollab.syntax;

import java.util.Collections;
import java.util.Iterator;

/** Marks a parameter that takes a word which has an explanation. The catalogue of explanations completes it. */
public final class WordsWithExplanation implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
