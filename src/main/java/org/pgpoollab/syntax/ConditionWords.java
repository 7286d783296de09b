package org.pgpoollab.syntax;

import java.util.Collections;
import java.util.Iterator;

/** Marks a parameter that takes the words of a condition. The conditions' own grammar completes them. */
public final class ConditionWords implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
