package org.pgpoollab.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The output of a command, as text for people and as JSON for programs. Both are pure functions of the snapshot. */
public interface Report {

    /** Returns the lines for people, without line ends. They contain no escape sequences except the colours that the look allows. */
    List<String> lines(TerminalLook look);

    /** Whether the lines suggest commands to type. */
    default boolean advises() {
        return false;
    }

    /** Returns the first line of several commands that the lines suggest to type; empty if each suggests one command. */
    default Optional<String> severalCommands() {
        return Optional.empty();
    }

    /** Returns the same for programs: maps, lists, texts, numbers, booleans, and null for unknown. Keys have a fixed order. */
    Map<String, Object> json();
}
