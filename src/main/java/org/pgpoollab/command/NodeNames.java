package org.pgpoollab.command;

import java.util.Iterator;
import java.util.List;

/** What completes a NODE: the role words. The names of the nodes themselves are known only to who asks the lab. */
public final class NodeNames implements Iterable<String> {

    private static final List<String> ROLES = List.of("primary", "standby", "standbys", "leader", "vip", "all");

    @Override
    public Iterator<String> iterator() {
        return ROLES.iterator();
    }
}
