package org.pgpoollab.console;

import java.util.function.Consumer;
import org.pgpoollab.command.Desk;
import org.pgpoollab.command.ProgramOptions;

/** Opens the desk that a command works at. */
@FunctionalInterface
public interface Desks {

    /** @param tell is told what happens before a plan begins, a line at a time */
    Desk open(ProgramOptions options, Consumer<String> tell);
}
