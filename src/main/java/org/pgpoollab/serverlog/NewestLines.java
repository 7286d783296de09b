package org.pgpoollab.serverlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collector;

/** Collects the last elements of a long stream in the memory of those alone. */
final class NewestLines {

    private NewestLines() {}

    /** @param most how many are kept; the oldest comes first */
    static <T> Collector<T, ?, List<T>> atMost(int most) {
        return Collector.<T, Deque<T>, List<T>>of(
                ArrayDeque::new,
                (kept, next) -> {
                    kept.addLast(next);
                    if (kept.size() > most) {
                        kept.removeFirst();
                    }
                },
                (older, newer) -> {
                    throw new UnsupportedOperationException("the stream is sequential");
                },
                List::copyOf);
    }
}
