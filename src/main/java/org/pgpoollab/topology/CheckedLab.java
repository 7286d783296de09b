package org.pgpoollab.topology;

import java.util.List;
import org.pgpoollab.Problem;

/** A lab that can be built, and what its maker should still know. */
public record CheckedLab(Lab lab, List<Problem> warnings) {

    public CheckedLab {
        warnings = List.copyOf(warnings);
    }
}
