package org.pgpoollab.session;

import java.util.Optional;

/** Asks the user, if there is interactive input. */
@FunctionalInterface
public interface UserPrompt {

    UserPrompt NOBODY = question -> Optional.empty();

    /** Returns the line typed in answer; empty if there is no interactive input. */
    Optional<String> ask(String question);
}
