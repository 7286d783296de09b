package org.pgpoollab.command;

import java.util.Iterator;
import org.pgpoollab.condition.NodeWords;

/** What completes a NODE: the role words. The names of the nodes themselves are known only to who asks the lab. */
public final class NodeNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return NodeWords.roles().iterator();
    }
}
