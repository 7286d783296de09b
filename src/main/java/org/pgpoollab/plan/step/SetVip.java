package org.pgpoollab.plan.step;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Node;

/** Assigns the VIP to a pgpool, or removes it from one. A lab with a single pgpool needs this, because it has no watchdog to do it. */
public record SetVip(Node node, String vip, boolean held) implements Step {

    @Override
    public String title() {
        return (held ? "give the VIP to " : "take the VIP from ") + node;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.on(node, command().shellLine()));
    }

    private Command command() {
        var address = vip + "/" + AddressPlan.PREFIX_LENGTH;
        return Command.of("ip", "address", held ? "add" : "delete", address, "dev", "eth0");
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        if (holds(context) == held) {
            return;
        }
        var ended = context.run(node, Account.ROOT, command());
        if (holds(context) != held) {
            throw LabException.failed("cannot " + title(), ended.lastWords(), "");
        }
    }

    boolean holds(StepContext context) {
        return context.engine().hasAddress(node, vip).orElse(false);
    }
}
