package org.pgpoollab.completion;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A place in the line of a command: what may stand there, and which place comes next.
 *
 * @param name the words that lead there, joined by blanks; empty for the place after the command's name
 * @param after the next place after words that lead elsewhere than the others
 * @param afterOthers the next place after every other word
 */
record Place(String name, List<Offer> offers, Map<Offer, String> after, String afterOthers) {

    /** The name of the place where nothing is offered, and after which there is no other. No word that is offered has a slash. */
    static final String NOWHERE = "/";

    /** Stands for the place itself, in {@code after} and {@code afterOthers}. */
    static final String SAME = "//";

    Place {
        offers = List.copyOf(offers);
        after = Map.copyOf(after);
    }

    /** Returns the place after an offered word. */
    String next(Offer offer) {
        return after.getOrDefault(offer, afterOthers);
    }

    /** Returns the same place with other names of places. */
    Place renamed(Map<String, String> names) {
        return new Place(
                names.get(name),
                offers,
                after.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> names.get(entry.getValue()))),
                names.get(afterOthers));
    }

    /** Whether it goes on as another place does. */
    boolean isLike(Place other) {
        return offers.equals(other.offers) && after.equals(other.after) && afterOthers.equals(other.afterOthers);
    }
}
