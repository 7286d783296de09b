package org.pgpoollab.command;

import java.util.Optional;

/** Who sits before the program, if anybody does. */
@FunctionalInterface
public interface UserPrompt {

    UserPrompt NOBODY = question -> Optional.empty();

    /** The line typed in answer; empty if nobody is there. */
    Optional<String> ask(String question);
}
