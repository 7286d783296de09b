package org.pgpoollab.command;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.drill.Drill;
import org.pgpoollab.drill.DrillComparison;
import org.pgpoollab.drill.DrillResult;
import org.pgpoollab.drill.DrillRun;
import org.pgpoollab.drill.DrillRunner;
import org.pgpoollab.engine.Await;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.ComparedLab;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.version.ProgramVersions;

/**
 * Runs a drill on several labs in turn. Every run has a lab of its own beside the session's, which is removed afterwards. Each round runs
 * all labs, every second one in reverse order, so that a machine that becomes slower or faster meanwhile favours none of them.
 */
final class ComparedDrills {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int MOST_NAME = 31;
    private static final int LEAST_SUFFIX = "lab12".length();

    private final CommandContext context;
    private final Drill drill;
    private final LoadShape shape;
    private final List<Contender> contenders = new ArrayList<>();

    /** A lab of the comparison with what was measured of it so far. */
    private static final class Contender {
        private final ComparedLab lab;
        private final String suffix;
        private final List<DrillResult> results = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
        private Lab made;
        private ProgramVersions versions = ProgramVersions.UNKNOWN;

        private Contender(ComparedLab lab, String suffix) {
            this.lab = lab;
            this.suffix = suffix;
        }
    }

    ComparedDrills(CommandContext context, Drill drill, LoadShape shape) {
        this.context = context;
        this.drill = drill;
        this.shape = shape;
    }

    /** Returns the options that make a lab like another one. */
    static LabOptions like(Lab lab) {
        var options = LabOptions.NONE
                .with(LabKey.POSTGRES, String.valueOf(lab.postgresCount()))
                .with(LabKey.PGPOOL, String.valueOf(lab.pgpoolCount()))
                .with(LabKey.PROFILE, lab.timing().profile())
                .with(LabKey.ENGINE, lab.engine().word())
                .with(LabKey.RELEASE, lab.release().name());
        for (var setting : lab.settings().overrides()) {
            options = options.withSetting(setting.typed());
        }
        return options;
    }

    /**
     * Plans all labs, and so fetches what they need.
     *
     * @throws LabException if a lab cannot be made as it is asked for, or exists already
     */
    void prepare(List<ComparedLab> labs) {
        var name = context.session().lab().name();
        var longest = MOST_NAME - name.length() - 1;
        if (longest < LEAST_SUFFIX) {
            throw LabException.usage(
                    "the lab's name is too long for a comparison",
                    "its labs are named " + name + "-lab1 and so on, with at most " + MOST_NAME + " characters",
                    "drill " + drill.word() + " --lab cmp, with the same --compare");
        }
        IntStream.range(0, labs.size())
                .forEach(index -> contenders.add(
                        new Contender(labs.get(index), labs.get(index).suffix(index, longest))));
        contenders.forEach(this::prepare);
    }

    /**
     * Runs every prepared lab as often as is asked for. A run that fails is part of the result; an interruption ends the comparison early.
     */
    DrillComparison run(int repeat) {
        runAll(repeat);
        return new DrillComparison(contenders.stream()
                .map(each -> new DrillComparison.Column(
                        each.lab.title(),
                        DrillResult.joined(drill, each.made, each.versions, shape, each.results),
                        each.failures))
                .toList());
    }

    /** Runs all rounds. After an interruption the completed runs are kept, if there are any. */
    private void runAll(int rounds) {
        var order = new ArrayList<>(contenders);
        try {
            for (var round = 1; round <= rounds; round++) {
                for (var contender : order) {
                    context.output().note("round " + round + " of " + rounds + ": " + contender.lab.title());
                    run(contender, round);
                }
                Collections.reverse(order);
            }
        } catch (LabException stopped) {
            if (stopped.exit() != Exit.INTERRUPTED || contenders.stream().allMatch(each -> each.results.isEmpty())) {
                throw stopped;
            }
            context.output().note("interrupted; these are the runs that were completed");
        }
    }

    private void prepare(Contender contender) {
        try (var session = context.session().beside(contender.suffix, context.output()::note)) {
            refuseExisting(session);
            session.up(contender.lab.options(), TIMEOUT, false);
            contender.made = session.lab();
            contender.versions = session.versions();
        }
    }

    /** Refuses a lab that exists already, because the comparison would remove it at its end. */
    private static void refuseExisting(LabSession session) {
        if (Files.exists(session.directory().root())) {
            throw LabException.failed(
                    "there is a lab " + session.lab().name() + " already",
                    "a comparison makes labs of its own, one of this name, and removes them afterwards",
                    "down --lab " + session.lab().name());
        }
    }

    private void run(Contender contender, int round) {
        try (var session = context.session().beside(contender.suffix, line -> {})) {
            refuseExisting(session);
            var guest = context.at(session);
            try {
                context.output().note("up");
                guest.carryOut(session.up(contender.lab.options(), TIMEOUT, false), Progress.SILENT);
                contender.versions = session.versions();
                contender.results.add(
                        new DrillRunner(new SessionDrillTarget(guest), context.clock(), context.output()::note)
                                .drill(drill, 1, shape, this::tell));
            } finally {
                Await.undisturbed(() -> guest.carryOut(session.down(false), Progress.SILENT));
            }
        } catch (LabException failed) {
            if (failed.exit() == Exit.INTERRUPTED) {
                throw failed;
            }
            var what = failed.problems().get(0);
            contender.failures.add("round " + round + ": " + what.what() + ": " + what.why());
            context.output().note("  failed: " + what.what());
        }
    }

    private void tell(DrillRun run) {
        context.output().note("  " + run.inWords());
    }
}
