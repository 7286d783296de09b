package org.pgpoollab.console;

import java.util.function.Consumer;
import org.pgpoollab.command.LabSession;
import org.pgpoollab.command.ProgramOptions;

/** Opens the desk that a command works at. */
@FunctionalInterface
public interface LabSessionFactory {

    /** @param tell is told what happens before a plan begins, a line at a time */
    LabSession open(ProgramOptions options, Consumer<String> tell);
}
