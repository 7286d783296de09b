package org.pgpoollab.plan;

import java.util.List;

/** One thing to do, as data: it can be printed without being done. */
public interface Step {

    /** What it does, as a title: {@code stop PostgreSQL on pg-1}. */
    String title();

    /** The plain shell lines that do the same, for people who would type it themselves. */
    List<String> shell();

    /**
     * Does it, and returns when the effect was seen.
     *
     * @throws org.pgpoollab.LabException if it failed, or its deadline passed
     */
    void perform(Workshop workshop);
}
