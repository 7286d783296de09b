package org.pgpoollab.save;

import org.pgpoollab.plan.step.Plan;

/** The saves of one lab: what it was at earlier moments. Every method may throw a {@link org.pgpoollab.LabException}. */
public interface LabSaves {

    SaveStore store();

    /**
     * Plans to save the lab, whether it runs or not. A save that has this name is replaced.
     *
     * @throws org.pgpoollab.LabException if the lab has no data yet, or a challenge runs on it
     */
    Plan save(String name);

    /**
     * Plans to make the lab what it was when it was saved. All that it is now is lost.
     *
     * @throws org.pgpoollab.LabException if there is no such save, it does not fit the lab, or a challenge runs on the lab
     */
    Plan restore(String name);

    /** Plans to remove a save with its files. */
    Plan remove(String name);
}
