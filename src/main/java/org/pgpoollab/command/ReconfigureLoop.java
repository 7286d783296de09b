package org.pgpoollab.command;

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
import org.pgpoollab.plan.Progress;
import org.pgpoollab.plan.StopMode;
import org.pgpoollab.repair.DivergedWal;
import org.pgpoollab.repair.Reconfiguration;
import org.pgpoollab.repair.Repair;
import org.pgpoollab.repair.RepairMethod;
import org.pgpoollab.topology.Node;

/** Leads through a repair: looks, proposes, asks, does, and looks again until nothing is left to be proposed. */
final class ReconfigureLoop {

    private static final int ROUNDS = 6;

    private final CommandContext errand;
    private final Consumer<CompletedRepair> done;
    private final Map<Node, DivergedWal> losses = new HashMap<>();
    private final RepairDialogue dialogue;
    private final SettleWait patience;
    private Optional<Node> chosen;
    private boolean skipped;

    ReconfigureLoop(CommandContext errand, Optional<Node> chosen) {
        this(errand, chosen, repaired -> {});
    }

    /** @param done is told each repair that was done */
    ReconfigureLoop(CommandContext errand, Optional<Node> chosen, Consumer<CompletedRepair> done) {
        this.errand = errand;
        this.chosen = chosen;
        this.done = done;
        this.dialogue = new RepairDialogue(errand);
        this.patience = new SettleWait(errand.desk()::glance, errand.output());
    }

    /** What was broken on purpose comes first, and hosts that are off: nothing can be said of servers on them. */
    Exit recover() {
        if (errand.isDryRun()) {
            return previewOfAll();
        }
        errand.losses().isOf("recover");
        heal();
        errand.desk().carryOut(errand.desk().repairs().hosts(), Progress.SILENT);
        agreeAtOnce(propose());
        dialogue.askNoMore();
        return run();
    }

    /** Of what can be known at the beginning; what comes to light later is asked about then. */
    private void agreeAtOnce(RepairProposal first) {
        var lost = first.reconfiguration().repairs().stream()
                .filter(repair -> first.losses().apply(repair).matters())
                .map(Repair::node)
                .toList();
        if (!lost.isEmpty()) {
            lost.forEach(node -> errand.output().note(DataLossPrompt.inWords(node, losses.get(node))));
            errand.confirm("Discard that?", "recover --yes");
            lost.forEach(node -> errand.losses().agree(node, losses.get(node)));
        }
    }

    /** Healing and the hosts come first, as they do when it is done; what that makes better needs no repair then. */
    private Exit previewOfAll() {
        var desk = errand.desk();
        var before = Stream.of(desk.faults().heal(List.of()), desk.repairs().hosts())
                .filter(plan -> !plan.steps().isEmpty())
                .toList();
        return preview(propose().after(before));
    }

    private void heal() {
        var healing = errand.desk().faults().heal(List.of());
        if (healing.steps().isEmpty()) {
            return;
        }
        errand.output().note("what was broken on purpose is healed first");
        errand.carryOut(healing, Progress.SILENT);
    }

    Exit run() {
        for (var round = 0; round < ROUNDS; round++) {
            var proposal = propose();
            if (errand.isDryRun()) {
                return preview(proposal);
            }
            if (proposal.reconfiguration().isNothing()) {
                return round == 0 && isHealthy(errand.desk().examine()) ? errand.show(proposal) : prove();
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

    private static boolean isHealthy(ClusterState state) {
        return Diagnosis.of(state).findings().isEmpty();
    }

    private Exit preview(RepairProposal proposal) {
        errand.show(proposal);
        if (!errand.output().isJson()) {
            for (var plan : proposal.before()) {
                errand.output().line(plan.title());
                RepairProposal.steps(plan).forEach(errand.output()::line);
            }
            for (var repair : proposal.reconfiguration().repairs()) {
                errand.output().line(repair.title());
                proposal.meaning(repair).forEach(errand.output()::line);
                proposal.steps(repair).forEach(errand.output()::line);
            }
            errand.output().line("(dry run: nothing was done)");
        }
        return Exit.DONE;
    }

    private void tell(RepairProposal proposal) {
        if (!errand.output().isJson()) {
            errand.show(proposal);
        }
    }

    private RepairProposal propose() {
        var desk = errand.desk();
        patience.settled();
        var state = desk.withRoles();
        var reconfiguration = desk.repairs().propose(state, chosen);
        if (reconfiguration.refusal().isPresent()) {
            chosen = Optional.of(dialogue.choose(reconfiguration));
            return propose();
        }
        losses.clear();
        return new RepairProposal(
                List.of(),
                state,
                reconfiguration,
                repair -> desk.repairs().of(repair, reconfiguration.primary(), state),
                repair -> loss(repair, reconfiguration, state));
    }

    private DivergedWal loss(Repair repair, Reconfiguration reconfiguration, ClusterState state) {
        if (!repair.discards() || reconfiguration.primary().isEmpty()) {
            return DivergedWal.NOTHING;
        }
        return losses.computeIfAbsent(
                repair.node(),
                node -> errand.losses().of(node, reconfiguration.primary().get(), state));
    }

    private boolean perform(RepairProposal proposal) {
        for (var repair : proposal.reconfiguration().repairs()) {
            if (!perform(proposal, repair)) {
                return false;
            }
        }
        return true;
    }

    /** Does one repair if the answer is yes, and where it fails, offers what can do more. */
    private boolean perform(RepairProposal proposal, Repair repair) {
        var answer = dialogue.ask(proposal, repair);
        if (answer != RepairDialogue.Answer.YES) {
            skipped = true;
            return answer == RepairDialogue.Answer.SKIP;
        }
        refuseIfOutOfReach(repair.node());
        if (repair.discards() && !dialogue.asksNoMore()) {
            errand.losses().agree(repair.node(), proposal.losses().apply(repair));
        }
        try {
            var begun = System.nanoTime();
            errand.carryOut(proposal.plans().apply(repair));
            done.accept(new CompletedRepair(
                    repair,
                    Duration.ofNanos(System.nanoTime() - begun),
                    repair.discards() ? errand.losses().discarded(repair.node()) : ""));
            return true;
        } catch (LabException failure) {
            if (failure.exit() == Exit.FAILED && cameByItself(repair)) {
                errand.output().note(repair.node() + " streams by now");
                return true;
            }
            if (failure.isOfPrecondition()) {
                throw failure;
            }
            refuseIfBrokenOnPurpose(repair.node(), failure);
            var other = otherwise(proposal, repair)
                    .filter(stronger -> failure.exit() == Exit.FAILED)
                    .orElseThrow(() -> failure);
            errand.output().problems(failure.problems());
            errand.output().note("instead: " + other.title());
            return perform(proposal, other);
        }
    }

    /** A repair of a node that nothing reaches fails after all its deadlines. */
    private void refuseIfOutOfReach(Node node) {
        ImposedFaults.outOfReach(errand.desk().faults().state(), node).ifPresent(reason -> {
            throw new LabException(Exit.FAILED, List.of(reason));
        });
    }

    /** What is stronger would fail for the same reason, and do harm first. */
    private void refuseIfBrokenOnPurpose(Node node, LabException failure) {
        if (failure.exit() != Exit.FAILED) {
            return;
        }
        ImposedFaults.inTheWay(errand.desk().glance(), node).ifPresent(reason -> {
            var problems = Stream.concat(failure.problems().stream(), Stream.of(reason))
                    .toList();
            throw new LabException(failure.exit(), problems);
        });
    }

    /** A standby that was cut off goes on by itself when the way is free, and repmgr refuses to let it follow whom it follows. */
    private boolean cameByItself(Repair repair) {
        return repair.way() == RepairMethod.FOLLOW
                && Replication.isStreaming(errand.desk().glance(), repair.node());
    }

    /** Nothing stronger is done to a node that streams: what failed then is something else. */
    private Optional<Repair> otherwise(RepairProposal proposal, Repair repair) {
        return proposal.reconfiguration()
                .primary()
                .flatMap(repair::otherwise)
                .filter(stronger -> !stronger.discards()
                        || !Replication.isStreaming(errand.desk().glance(), stronger.node()));
    }

    private Exit prove() {
        try {
            return errand.carryOut(errand.desk().repairs().proof());
        } catch (LabException unproved) {
            var stale = refusing(errand.desk().look());
            if (stale.isEmpty() || !says(unproved, PoolNode.REFUSAL)) {
                throw unproved;
            }
            errand.output().problems(unproved.problems());
            errand.output().note("instead: restart " + StateText.list(stale) + ": not noticed which backends are back");
            errand.carryOut(errand.desk().restart(stale, StopMode.IMMEDIATE));
            return errand.carryOut(errand.desk().repairs().proof());
        }
    }

    /** Where it is not seen who refuses clients, it is who holds the VIP: the proof goes through that. */
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
        errand.output().note("left here; what is missing: diagnose, and to go on: reconfigure");
        return Exit.DONE;
    }
}
