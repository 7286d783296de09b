package org.pgpoollab.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Lag;
import org.pgpoollab.fault.Fault.Lie;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.FaultKind;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.plan.BackendPlanner;
import org.pgpoollab.plan.LabRepairs;
import org.pgpoollab.plan.step.FakeBackendFailure;
import org.pgpoollab.plan.step.FillDisk;
import org.pgpoollab.plan.step.HiddenSteps;
import org.pgpoollab.plan.step.ImposeNetwork;
import org.pgpoollab.plan.step.PauseReplay;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.PromoteServer;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.plan.step.SendSignal;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.plan.step.StopMode;
import org.pgpoollab.topology.Node;

/** Plans what a challenge breaks, and how that is undone. None of the steps is told. */
record ChallengePlanner(ClusterState state, LabRepairs repairs) {

    private static final String MAKING = "break something that is not told";
    private static final String UNDOING = "undo what the challenge changed";

    Plan make(List<Cause> causes) {
        var steps = new ArrayList<Step>();
        var faults = state.faults();
        for (var cause : causes) {
            for (var change : cause.kind().changes()) {
                if (change instanceof Change.Inject inject) {
                    var fault = fault(cause, inject);
                    steps.addAll(injecting(fault, faults));
                    faults = faults.withHidden(fault);
                } else {
                    steps.addAll(making(cause, change));
                }
            }
        }
        return Plan.of(MAKING, new HiddenSteps(MAKING, steps));
    }

    /** Plans to take back settings. Faults, roles and servers that do not run are left to {@code recover}. */
    Plan undo(List<Cause> causes) {
        return Plan.of(UNDOING, new HiddenSteps(UNDOING, undoing(causes)));
    }

    static Fault fault(Cause cause, Change.Inject inject) {
        return FaultText.parse(cause.cast().fill(inject.fault(), cause.lab())).orElseThrow();
    }

    private List<Step> injecting(Fault fault, Faults before) {
        var wished = before.withHidden(fault);
        return List.of(new SaveFaults(MAKING, wished), effect(fault, wished));
    }

    private Step effect(Fault fault, Faults wished) {
        if (fault.has(FaultKind.Trait.OF_NETWORK)) {
            return new ImposeNetwork(MAKING, state.lab(), Faults.NONE, wished);
        }
        if (fault instanceof Lag lag) {
            return new PauseReplay(lag.node(), true);
        }
        if (fault instanceof Fill fill) {
            return FillDisk.on(state.lab(), fill.node(), true);
        }
        if (fault instanceof Lie lie) {
            return new FakeBackendFailure(lie.pool(), List.of(lie.backend()));
        }
        if (fault instanceof PauseServer pause) {
            return SendSignal.to(Optional.of(pause.server()), pause.node(), "STOP");
        }
        throw new IllegalArgumentException("no challenge injects " + fault.text());
    }

    private List<Step> making(Cause cause, Change change) {
        var cast = cause.cast();
        if (change instanceof Change.Run run) {
            return List.of(run(cause, run, run.make(), MAKING));
        }
        if (change instanceof Change.Kill kill) {
            return List.of(SendSignal.to(Optional.of(kill.server()), cast.node(kill.place()), "KILL"));
        }
        if (change instanceof Change.Detach detach) {
            return new BackendPlanner(state.lab())
                    .detach(List.of(cast.node(detach.place())), false, state)
                    .steps();
        }
        if (change instanceof Change.Promote promote) {
            return List.of(new PromoteServer(cast.node(promote.place())));
        }
        if (change instanceof Change.Restart restart) {
            return restart(cast.node(restart.place()));
        }
        return List.of();
    }

    private List<Step> undoing(List<Cause> causes) {
        return causes.stream()
                .flatMap(cause -> cause.kind().changes().stream().flatMap(change -> undoing(cause, change)))
                .toList();
    }

    private Stream<Step> undoing(Cause cause, Change change) {
        if (change instanceof Change.Run run) {
            return Stream.of(run(cause, run, run.undo(), UNDOING));
        }
        if (change instanceof Change.Restart restart) {
            return restart(cause.cast().node(restart.place())).stream();
        }
        return Stream.of();
    }

    private static Step run(Cause cause, Change.Run run, String line, String title) {
        return new RunOnHost(
                cause.cast().node(run.place()), run.account(), cause.cast().fill(line, cause.lab()), title);
    }

    /** Returns no steps for a server that does not answer: it takes its settings when it is started. */
    private List<Step> restart(Node node) {
        var answers = node.isPostgres()
                ? state.postgres(node).says().isSeen()
                : state.pool(node).backends().isSeen();
        return answers
                ? repairs.restart(List.of(node), StopMode.FAST, false, state).steps()
                : List.of();
    }
}
