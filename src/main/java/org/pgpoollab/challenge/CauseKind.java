package org.pgpoollab.challenge;

import java.util.List;

/**
 * A kind of trouble that a challenge can cause, with places such as {@code $standby} for the nodes of a lab.
 *
 * @param word what the student answers: {@code lag}
 * @param level of the challenges that cause nothing else, 1 to 3
 * @param places the nodes that belong to the answer; none if the word alone says it
 * @param what happened, as a sentence
 * @param shows the command that shows it soonest
 * @param sign a regular expression that is found in the output of that command, and not while the lab is healthy
 * @param repair the commands that repair it, one after another
 * @param changes what is done to the lab
 */
record CauseKind(
        String word,
        int level,
        List<String> places,
        String what,
        String shows,
        String sign,
        List<String> repair,
        List<Change> changes) {

    CauseKind {
        places = List.copyOf(places);
        repair = List.copyOf(repair);
        changes = List.copyOf(changes);
    }

    /** Returns a text that names every place, to find out whether a lab has nodes for them. */
    String everyPlace() {
        return String.join(" ", places) + " " + what + " " + shows + " " + repair + " " + changes;
    }
}
