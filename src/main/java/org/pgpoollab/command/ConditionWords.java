package org.pgpoollab.command;

import java.util.Collections;
import java.util.Iterator;

/** Marks a place where the words of a condition stand; which may follow, the conditions' own grammar knows. */
public final class ConditionWords implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
