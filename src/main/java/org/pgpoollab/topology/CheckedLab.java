package org.pgpoollab.topology;

import java.util.List;
import org.pgpoollab.Problem;

/** A valid lab, and warnings for the user who defined it. */
public record CheckedLab(Lab lab, List<Problem> warnings) {

    public CheckedLab {
        warnings = List.copyOf(warnings);
    }
}
