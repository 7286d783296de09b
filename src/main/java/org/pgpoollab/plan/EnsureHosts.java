package org.pgpoollab.plan;

import java.util.List;

/** Makes such hosts of a running lab as are off; most often all are on. */
record EnsureHosts() implements Step {

    @Override
    public String title() {
        return "see that the hosts are on";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        workshop.engine().create();
    }
}
