package org.pgpoollab.reconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.ClusterState.PoolNode;
import org.pgpoollab.cluster.Replication;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.ImposedFaults;
import org.pgpoollab.drill.CompletedRepair;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.repair.DivergedWalSummary;
import org.pgpoollab.repair.Reconfiguration;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.DataLossPrompt;
import org.pgpoollab.topology.Node;

/** Repairs a lab in rounds: it takes a snapshot, proposes repairs, asks, carries them out, and repeats until it has nothing to propose. */
public final class ReconfigureLoop {

    private static final int ROUNDS = 6;

    private final CommandContext context;
    private final Consumer<CompletedRepair> done;
    private final Map<Node, DivergedWalSummary> losses = new HashMap<>();
    private final RepairDialogue dialogue;
    private final SettleWait timeLimit;
    private Optional<Node> chosen;
    private boolean skipped;

    public ReconfigureLoop(CommandContext context, Optional<Node> chosen) {
        this(context, chosen, repaired -> {});
    }

    /** @param done receives each completed repair */
    public ReconfigureLoop(CommandContext context, Optional<Node> chosen, Consumer<CompletedRepair> done) {
        this.context = context;
        this.chosen = chosen;
        this.done = done;
        this.dialogue = new RepairDialogue(context, chosen);
        this.timeLimit = new SettleWait(context.session()::glance, context.output());
    }

    /**
     * Repairs the whole lab. It first removes active faults and starts hosts that are off, because servers on such hosts cannot be
     * examined.
     */
    public Exit recover() {
        if (context.isDryRun()) {
            return previewOfAll();
        }
        context.losses().isOf("recover");
        heal();
        context.session().carryOut(context.session().repairs().hosts(), Progress.SILENT);
        agreeAtOnce(propose());
        dialogue.askNoMore();
        return run();
    }

    /** Asks once about all losses that are known at the beginning; losses that are found later are asked about then. */
    private void agreeAtOnce(RepairProposal first) {
        var lost = first.reconfiguration().repairs().stream()
                .filter(repair -> first.losses().apply(repair).matters())
                .map(Repair::node)
                .toList();
        if (!lost.isEmpty()) {
            lost.forEach(node -> context.output().note(DataLossPrompt.inWords(node, losses.get(node))));
            context.confirm("Discard that?", "recover --yes");
            lost.forEach(node -> context.losses().agree(node, losses.get(node)));
        }
    }

    /**
     * Shows what {@link #recover} would do: first it removes faults and starts hosts, then it repairs. A real run leaves out repairs
     * that the first part makes unnecessary.
     */
    private Exit previewOfAll() {
        var session = context.session();
        var before = Stream.of(healing(), session.repairs().hosts())
                .filter(plan -> !plan.steps().isEmpty())
                .toList();
        return preview(propose().after(before));
    }

    private void heal() {
        var healing = healing();
        if (healing.steps().isEmpty()) {
            return;
        }
        context.output().note("what was broken on purpose is healed first");
        context.carryOut(healing, Progress.SILENT);
    }

    /** Plans the removal of all faults. An old primary that is frozen does not go on as a second primary before it is repaired. */
    private Plan healing() {
        var faults = context.session().faults();
        return faults.healFencing(context.session().repairs().replacedWhileFrozen(faults.state()));
    }

    public Exit run() {
        for (var round = 0; round < ROUNDS; round++) {
            var proposal = propose();
            if (context.isDryRun()) {
                return preview(proposal);
            }
            if (proposal.reconfiguration().isNothing()) {
                return round == 0 && isClean(context.session().examine()) ? context.show(proposal) : prove();
            }
            tell(proposal);
            if (!perform(proposal)) {
                return stopped();
            }
            if (skipped) {
                return stopped();
            }
        }
        throw LabException.failed("the lab did not come back", "something breaks it again and again", "diagnose");
    }

    private static boolean isClean(ClusterState state) {
        return Diagnosis.of(state).isClean();
    }

    private Exit preview(RepairProposal proposal) {
        context.show(proposal);
        if (!context.output().isJson()) {
            for (var plan : proposal.before()) {
                context.output().line(plan.title());
                RepairProposal.steps(plan).forEach(context.output()::line);
            }
            for (var repair : proposal.reconfiguration().repairs()) {
                context.output().line(repair.title());
                proposal.meaning(repair).forEach(context.output()::line);
                proposal.steps(repair).forEach(context.output()::line);
            }
            context.output().line("(dry run: nothing was done)");
        }
        return Exit.DONE;
    }

    private void tell(RepairProposal proposal) {
        if (!context.output().isJson()) {
            context.show(proposal);
        }
    }

    private RepairProposal propose() {
        var session = context.session();
        timeLimit.settled();
        var state = session.withRoles();
        var reconfiguration = session.repairs().propose(state, chosen);
        if (reconfiguration.refusal().isPresent()) {
            chosen = Optional.of(dialogue.choose(reconfiguration));
            return propose();
        }
        losses.clear();
        return new RepairProposal(
                List.of(),
                state,
                reconfiguration,
                repair -> session.repairs().of(repair, reconfiguration.primary(), state),
                repair -> loss(repair, reconfiguration, state));
    }

    private DivergedWalSummary loss(Repair repair, Reconfiguration reconfiguration, ClusterState state) {
        if (!repair.discards() || reconfiguration.primary().isEmpty()) {
            return DivergedWalSummary.NOTHING;
        }
        return losses.computeIfAbsent(
                repair.node(),
                node -> context.losses().of(node, reconfiguration.primary().get(), state));
    }

    private boolean perform(RepairProposal proposal) {
        for (var repair : proposal.reconfiguration().repairs()) {
            if (!perform(proposal, repair)) {
                return false;
            }
        }
        return true;
    }

    /** Carries out one repair if the answer is yes. If the repair fails, it tries the next stronger one. */
    private boolean perform(RepairProposal proposal, Repair repair) {
        var isShown = !dialogue.asksNoMore();
        var answer = dialogue.ask(proposal, repair);
        if (answer != RepairDialogue.Answer.YES) {
            skipped = true;
            return answer == RepairDialogue.Answer.SKIP;
        }
        refuseIfOutOfReach(repair.node());
        if (repair.discards() && isShown) {
            context.losses().agree(repair.node(), proposal.losses().apply(repair));
        }
        try {
            var begun = System.nanoTime();
            context.carryOut(proposal.plans().apply(repair));
            if (repair.way() == RepairMethod.ROLES) {
                timeLimit.reconnected();
            }
            done.accept(new CompletedRepair(
                    repair,
                    Duration.ofNanos(System.nanoTime() - begun),
                    repair.discards() ? context.losses().discarded(repair.node()) : ""));
            return true;
        } catch (LabException failure) {
            if (failure.exit() == Exit.FAILED && cameByItself(repair)) {
                context.output().note(repair.node() + " streams by now");
                return true;
            }
            if (failure.isOfPrecondition()) {
                throw failure;
            }
            refuseIfBrokenOnPurpose(repair.node(), failure);
            var other = otherwise(proposal, repair)
                    .filter(stronger -> failure.exit() == Exit.FAILED)
                    .orElseThrow(() -> failure);
            context.output().problems(failure.problems());
            context.output().note("instead: " + other.title());
            return perform(proposal, other);
        }
    }

    /** Refuses the repair of a node that no packet reaches: it would fail only after all its deadlines. */
    private void refuseIfOutOfReach(Node node) {
        ImposedFaults.outOfReach(context.session().faults().state(), node).ifPresent(reason -> {
            throw new LabException(Exit.FAILED, List.of(reason));
        });
    }

    /** Stops if an active fault made the repair fail: a stronger repair would fail for the same reason, and do harm first. */
    private void refuseIfBrokenOnPurpose(Node node, LabException failure) {
        if (failure.exit() != Exit.FAILED) {
            return;
        }
        ImposedFaults.inTheWay(context.session().glance(), node).ifPresent(reason -> {
            var problems = Stream.concat(failure.problems().stream(), Stream.of(reason))
                    .toList();
            throw new LabException(failure.exit(), problems);
        });
    }

    /**
     * Whether the standby streams by now. A standby that was cut off reconnects by itself, and {@code repmgr standby follow} refuses a
     * node that it already follows.
     */
    private boolean cameByItself(Repair repair) {
        return repair.way() == RepairMethod.FOLLOW
                && Replication.isStreaming(context.session().glance(), repair.node());
    }

    /** Returns the next stronger repair, but none that discards data of a streaming node: there the failure has another cause. */
    private Optional<Repair> otherwise(RepairProposal proposal, Repair repair) {
        return proposal.reconfiguration()
                .primary()
                .flatMap(repair::otherwise)
                .filter(stronger -> !stronger.discards()
                        || !Replication.isStreaming(context.session().glance(), stronger.node()));
    }

    private Exit prove() {
        try {
            return context.carryOut(context.session().repairs().proof());
        } catch (LabException unproved) {
            var stale = refusing(context.session().look());
            if (stale.isEmpty() || !says(unproved, PoolNode.REFUSAL)) {
                throw unproved;
            }
            context.output().problems(unproved.problems());
            context.output()
                    .note("instead: restart " + StateText.list(stale) + ": not noticed which backends are back");
            context.carryOut(context.session().restart(stale, StopMode.IMMEDIATE, true));
            return context.carryOut(context.session().repairs().proof());
        }
    }

    /**
     * Returns the pgpools that refuse clients; if none was seen to refuse, the holder of the VIP, because the proof connects through
     * the VIP.
     */
    private static List<Node> refusing(ClusterState state) {
        var seen = state.pools().stream()
                .filter(PoolNode::refusesClients)
                .map(PoolNode::node)
                .toList();
        return seen.isEmpty() && state.vipHolders().size() == 1 ? state.vipHolders() : seen;
    }

    private static boolean says(LabException trouble, String words) {
        return trouble.problems().stream().anyMatch(problem -> problem.why().contains(words));
    }

    private Exit stopped() {
        context.output().note("left here; what is missing: diagnose, and to go on: reconfigure");
        return Exit.DONE;
    }
}
