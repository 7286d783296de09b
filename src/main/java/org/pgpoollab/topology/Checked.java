package org.pgpoollab.topology;

import java.util.List;
import org.pgpoollab.Problem;

/** A lab that can be built, and what its maker should still know. */
public record Checked(Lab lab, List<Problem> warnings) {

    public Checked {
        warnings = List.copyOf(warnings);
    }
}
