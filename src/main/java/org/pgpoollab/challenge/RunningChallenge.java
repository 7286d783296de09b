package org.pgpoollab.challenge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.engine.Await;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.SaveFaults;
import org.pgpoollab.reconfigure.ReconfigureLoop;
import org.pgpoollab.session.CommandContext;

/** The challenge of a lab for one command: its file, and what is done to the lab for it. Nothing of that becomes an event. */
final class RunningChallenge {

    private static final LoadShape LOAD = new LoadShape(2, 40, 40);

    private final CommandContext context;
    private final ChallengeFile file;

    RunningChallenge(CommandContext context) {
        this.context = context;
        this.file = new ChallengeFile(context.session().directory().challenge());
    }

    Optional<ChallengeState> read() {
        return file.read();
    }

    /** @throws LabException if no challenge runs, or it was not made completely */
    ChallengeState running() {
        var state = read().orElseThrow(
                        () -> LabException.failed("no challenge runs", "", "challenge, or: challenge --level 2"));
        if (!state.made()) {
            throw LabException.failed(
                    "the challenge is not complete",
                    "the program was ended while it was being made",
                    "challenge stop; challenge");
        }
        return state;
    }

    ChallengeState write(ChallengeState state) {
        file.write(state);
        return state;
    }

    Instant now() {
        return context.clock().instant();
    }

    List<Cause> causes(ChallengeState state) {
        return state.causes(context.session().lab());
    }

    ChallengePlanner planner(ClusterState seen) {
        return new ChallengePlanner(seen, context.session().repairs());
    }

    /** Breaks the lab. If that fails, or is interrupted, all of it is undone. */
    void make(ChallengeDraw draw, long seed, ClusterState seen) {
        forgetHidden();
        var load = context.session().load();
        var state = write(ChallengeState.of(draw, seed, !load.isRunning(), now()));
        try {
            if (state.ownLoad()) {
                context.carryOut(load.start(LOAD), Progress.SILENT);
            }
            unseen(planner(seen).make(causes(state)));
            write(state.made(now()));
        } catch (LabException failure) {
            Await.undisturbed(() -> takeBackAfter(failure, state));
            throw failure;
        }
    }

    private void takeBackAfter(LabException failure, ChallengeState state) {
        try {
            undo(state);
            end(state);
        } catch (LabException left) {
            context.output().note("not all was undone: challenge stop");
            failure.addSuppressed(left);
        }
    }

    /** Finds out whether the lab is healthy and nothing of the challenge is left. */
    ChallengeState checked(ChallengeState state) {
        var seen = context.session().examine();
        var check = new CauseCheck(context.session(), seen);
        var isRepaired =
                Diagnosis.of(seen).isHealthy() && causes(state).stream().noneMatch(check::isThere);
        return write(state.with(state.attempt().repaired(isRepaired, now())));
    }

    /** Takes back what the challenge changed, and repairs the lab as {@code recover} does. */
    void undo(ChallengeState state) {
        try {
            takeBack(state);
        } catch (LabException notYet) {
            if (notYet.exit() == Exit.INTERRUPTED) {
                throw notYet;
            }
            recover(state);
            takeBack(state);
        }
        recover(state);
    }

    private void takeBack(ChallengeState state) {
        unseen(planner(context.session().glance()).undo(causes(state)));
    }

    private void recover(ChallengeState state) {
        var primary = Optional.ofNullable(state.cast().nodes().get("primary"));
        var seen = context.session().glance();
        var chosen = primary.filter(
                node -> seen.primaries().size() > 1 && seen.primaries().contains(node));
        new ReconfigureLoop(context.quietly(), chosen).recover();
    }

    /** Ends the challenge: its load and its file. */
    void end(ChallengeState state) {
        forgetHidden();
        stopLoad(state);
        file.delete();
    }

    /** Whether a challenge runs of which nothing can be read any more. */
    boolean isDamaged() {
        return file.isDamaged();
    }

    /** Ends a challenge of which nothing can be read, and repairs what can be repaired without knowing what it was. */
    void abandon() {
        new ReconfigureLoop(context.quietly(), Optional.empty()).recover();
        file.delete();
    }

    /** Forgets faults that are gone, because the student removed them by hand: otherwise the next one like it would be hidden. */
    private void forgetHidden() {
        var noted = FaultsFile.of(context.session().directory()).read();
        if (!noted.hidden().isEmpty()) {
            unseen(Plan.of("forget hidden faults", new SaveFaults("", new Faults(noted.all()))));
        }
    }

    /** Returns since when clients are counted: what breaks the lab may stop them before all of it is broken. */
    Instant clientsSince(ChallengeState state) {
        if (!state.ownLoad()) {
            return state.begun();
        }
        return context.session()
                .load()
                .loadStatus()
                .map(LoadStatus::began)
                .filter(began -> began.isBefore(state.begun()))
                .orElse(state.begun());
    }

    private void stopLoad(ChallengeState state) {
        var load = context.session().load();
        if (state.ownLoad() && load.isRunning()) {
            context.carryOut(load.stop(), Progress.SILENT);
        }
    }

    private void unseen(Plan plan) {
        context.session().carryOut(plan, Progress.SILENT);
    }
}
