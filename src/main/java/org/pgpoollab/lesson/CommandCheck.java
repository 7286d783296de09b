package org.pgpoollab.lesson;

import java.util.Optional;
import org.pgpoollab.Problem;

/** Tells whether a line could be typed. */
@FunctionalInterface
public interface CommandCheck {

    /** Accepts every line. */
    CommandCheck ANY = line -> Optional.empty();

    /** Returns why a line is no command of this program; empty if it is one. Nothing is run. */
    Optional<Problem> problem(String line);

    /** Returns whether the word is the name of a command. */
    default boolean isName(String word) {
        return false;
    }
}
