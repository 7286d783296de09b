package org.pgpoollab.plan;

import java.util.List;

/** Ends every process of the lab and removes its hosts and its network. */
record EndHosts() implements Step {

    @Override
    public String title() {
        return "end all processes, hosts and the network";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("kill -KILL PID_1_OF_THE_LAB"));
    }

    @Override
    public void perform(Workshop workshop, Progress progress) {
        workshop.engine().destroy();
    }
}
