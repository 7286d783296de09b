package org.pgpoollab.drill;

import java.util.ArrayList;
import org.pgpoollab.load.TenthSecond;

/** Draws one run as a timeline in SVG. */
record DrillTimeline(DrillRun run) {

    /**
     * Marks the start of the repair with a label, and the milestones without: their texts and times stand in the table below the
     * drawing.
     */
    String svg() {
        var marks = new ArrayList<TimelineMark>();
        marks.add(new TimelineMark(run.repairBegun(), "repair"));
        run.milestones().forEach(milestone -> marks.add(new TimelineMark(milestone.at(), "")));
        return new ServiceTimeline(run.fault(), run.begun(), run.end(), TenthSecond.LENGTH, run.tenths(), marks).svg();
    }
}
