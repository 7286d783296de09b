package org.pgpoollab.script;

import java.util.List;

/**
 * A script as it is presented: one step after another.
 *
 * @param file how messages name it
 * @param closing the comments behind the last step
 */
public record Script(String file, List<ScriptStep> steps, List<String> closing) {

    public Script {
        steps = List.copyOf(steps);
        closing = List.copyOf(closing);
    }
}
