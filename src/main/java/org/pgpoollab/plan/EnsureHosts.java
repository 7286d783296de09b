package org.pgpoollab.plan;

import java.util.List;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.observe.Server;
import org.pgpoollab.topology.Node;

/** Makes those of a running lab's hosts that are off, most often none. What cuts them off from others still does. */
record EnsureHosts(List<Node> nodes) implements Step {

    EnsureHosts {
        nodes = List.copyOf(nodes);
    }

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
        var engine = workshop.engine();
        var areOn = nodes.stream().allMatch(engine::isOn);
        engine.powerOn(nodes);
        var wished = workshop.faultsFile().read();
        var lasting = wished.without(fault -> endsWithPostgres(fault, workshop));
        if (!lasting.equals(wished)) {
            workshop.faultsFile().write(lasting);
        }
        if (!areOn) {
            engine.impose(lasting);
        }
        FillDisk.keep(lasting, workshop, progress);
    }

    /** A PostgreSQL that starts again replays again. */
    private boolean endsWithPostgres(Fault fault, Workshop workshop) {
        return fault instanceof Lag lag
                && nodes.contains(lag.node())
                && !Server.POSTGRES.runsOn(lag.node(), workshop.engine());
    }
}
