package org.pgpoollab.report;

import java.util.List;
import java.util.Map;

/** What a command shows of a snapshot, for people and for programs. Both are pure: the same snapshot, the same text. */
public interface Report {

    /** The lines that people read, without line ends. Nothing in them can move the cursor or change colours but what the look asks for. */
    List<String> lines(TerminalLook look);

    /** Whether commands are among the lines that people read. */
    default boolean advises() {
        return false;
    }

    /** The same for programs: maps, lists, texts, numbers, booleans, and null for what is not known. Keys stand in a fixed order. */
    Map<String, Object> json();
}
