package org.pgpoollab.command;

import org.pgpoollab.plan.step.FakePlan;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.save.LabSaves;
import org.pgpoollab.save.SaveStore;
import org.pgpoollab.topology.LabDirectory;

/** Saves whose plans do nothing; those that are there lie in the lab's directory. */
record FakeSaves(LabDirectory directory) implements LabSaves {

    @Override
    public SaveStore store() {
        return new SaveStore(directory);
    }

    @Override
    public Plan save(String name) {
        return FakePlan.of("save " + name);
    }

    @Override
    public Plan restore(String name) {
        return FakePlan.of("restore " + name);
    }

    @Override
    public Plan remove(String name) {
        return FakePlan.of("remove " + name);
    }
}
