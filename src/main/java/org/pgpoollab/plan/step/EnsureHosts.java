package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/**
 * Switches on those hosts of a running lab that are off, which is most often none. Network faults that separate them from others stay in
 * force.
 */
public record EnsureHosts(List<Node> nodes) implements Step {

    public EnsureHosts {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String title() {
        return "ensure that the hosts are on";
    }

    @Override
    public List<ShellLine> shell() {
        return List.of();
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        var engine = context.engine();
        var areOn = nodes.stream().allMatch(engine::isOn);
        engine.powerOn(nodes);
        nodes.stream()
                .filter(node -> node.isPostgres() && !engine.isAlive(node, Server.POSTGRES))
                .forEach(node -> PauseReplay.forget(node, context));
        var lasting = context.faultsFile().read().revealed();
        if (!areOn) {
            engine.impose(lasting);
        }
        FillDisk.keep(lasting, context, progress);
    }
}
