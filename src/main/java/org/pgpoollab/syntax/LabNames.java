package org.pgpoollab.syntax;

import java.util.Collections;
import java.util.Iterator;

/** Marks an argument that takes the name of a lab. A shell completes it with the labs of the user. */
public final class LabNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
