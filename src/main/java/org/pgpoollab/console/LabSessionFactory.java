package org.pgpoollab.console;

import java.util.function.Consumer;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.ProgramOptions;

/** Opens the lab session of a command. */
@FunctionalInterface
public interface LabSessionFactory {

    /** @param tell receives messages about what happens before a plan begins, line by line */
    LabSession open(ProgramOptions options, Consumer<String> tell);
}
