package org.pgpoollab.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.drill.Drill;
import org.pgpoollab.drill.DrillReport;
import org.pgpoollab.drill.DrillResult;
import org.pgpoollab.drill.DrillRun;
import org.pgpoollab.drill.DrillRunner;
import org.pgpoollab.drill.FileReport;
import org.pgpoollab.drill.Storm;
import org.pgpoollab.drill.StormPreview;
import org.pgpoollab.drill.StormReport;
import org.pgpoollab.drill.StormResult;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.output.PlanReport;
import org.pgpoollab.output.ReportFile;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.ComparedLab;
import org.pgpoollab.syntax.LoadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Rehearses a failure under load, and reports what clients noticed.",
            "It causes the failure, waits until the rest of the lab serves again, repairs it, and proves that it works. Without a name it lists the drills. Between two runs the lab is"
                    + " whole again; what only an old primary has is discarded. 'drill storm' breaks at random, the same for the"
                    + " same seed."
        })
@CommandHelp(
        examples = {
            "drill primary-loss --repeat 10",
            "drill switchover --report switchover.html",
            "drill primary-loss --compare fast,bitnami",
            "drill leader-stop --compare release=machine,trixie --repeat 5",
            "drill storm --seed 7 --minutes 5"
        },
        byHand = {
            "pgpool-lab -c 'load start; kill primary; wait primary is known for 40s; recover --yes; load report; load stop'"
        })
public final class RunDrill implements LabCommand {

    private static final String STORM = "storm";
    private static final int MOST_RUNS = 100;
    private static final int MOST_MINUTES = 24 * 60;

    @Parameters(arity = "0..1", paramLabel = "DRILL", completionCandidates = Names.class, description = "The drill.")
    private String name = "";

    @Option(names = "--repeat", paramLabel = "N", description = "How often the drill runs (default 1).")
    private int repeat = 1;

    @Option(
            names = "--compare",
            paramLabel = "VALUES",
            description = "Runs the drill on a lab of its own for each value, in turn: profiles (fast,bitnami),"
                    + " release=machine,trixie, engine=native,compose, or a setting (pgpool.health_check_period=2,10)."
                    + " Given again, all combinations are compared.")
    private List<String> axes = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of a storm: the same seed draws the same faults.")
    private Long seed;

    @Option(names = "--minutes", paramLabel = "N", description = "The length of a storm in minutes (default 5).")
    private Integer minutes;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also writes the result to this file: .html, .md or .json.")
    private String report = "";

    @Mixin
    private LoadOptions load;

    /** The drills, for completion. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            super(Stream.concat(Drill.words().stream(), Stream.of(STORM)).toList());
        }
    }

    @Override
    public boolean changes() {
        return !isListing();
    }

    @Override
    public Exit run(CommandContext context) {
        if (isListing()) {
            refuse(
                    repeat != 1 || seed != null || minutes != null || !report.isEmpty(),
                    "these options need the name of a drill",
                    "drill primary-loss, or to see all: drill");
            return context.show(AdHocReport.of(RunDrill::lines, RunDrill::tree));
        }
        if (name.isEmpty()) {
            name = Drill.PRIMARY_LOSS.word();
        }
        var isStorm = name.equalsIgnoreCase(STORM);
        refuse(isStorm);
        var file = ReportFile.of(report);
        if (isStorm) {
            return storm(context, file);
        }
        var drill = Drill.named(name);
        if (!axes.isEmpty()) {
            return compare(context, drill, file);
        }
        if (context.isDryRun()) {
            return context.show(new PlanReport(new SessionDrillTarget(context).preview(drill)));
        }
        return drill(context, drill, file);
    }

    /**
     * Whether the drills are only listed. With {@code --compare} and without a name, {@code primary-loss} runs, the comparison that
     * most users want.
     */
    private boolean isListing() {
        return name.isEmpty() && axes.isEmpty();
    }

    private void refuse(boolean isStorm) {
        refuse(repeat < 1 || repeat > MOST_RUNS, "--repeat takes a number from 1 to " + MOST_RUNS, "drill " + name);
        refuse(
                minutes != null && (minutes < 1 || minutes > MOST_MINUTES),
                "--minutes takes a number from 1 to " + MOST_MINUTES,
                "drill storm --minutes 5");
        refuse(
                !isStorm && (seed != null || minutes != null),
                "--seed and --minutes go with a storm",
                "drill storm --seed 7 --minutes 5");
        refuse(
                isStorm && (!axes.isEmpty() || repeat != 1),
                "a storm is neither repeated nor compared",
                "drill storm --minutes 10");
    }

    private static void refuse(boolean isWrong, String what, String remedy) {
        if (isWrong) {
            throw LabException.usage(what, "", remedy);
        }
    }

    private Exit drill(CommandContext context, Drill drill, Optional<ReportFile> file) {
        var result = result(context, new SessionDrillTarget(context), drill);
        return shown(context, new DrillReport(result), file, becameRedundant(result));
    }

    private DrillResult result(CommandContext context, SessionDrillTarget target, Drill drill) {
        return new DrillRunner(target, context.clock(), context.output()::note)
                .drill(drill, repeat, load.shape(), run -> tell(context, run));
    }

    private static boolean becameRedundant(DrillResult result) {
        return result.runs().stream().allMatch(run -> run.missing().isEmpty());
    }

    private static void tell(CommandContext context, DrillRun run) {
        context.output().note("  " + run.inWords());
    }

    private Exit storm(CommandContext context, Optional<ReportFile> file) {
        var which = seed == null ? context.clock().millis() % 10_000 : seed;
        var lasts = Duration.ofMinutes(minutes == null ? 5 : minutes);
        if (context.isDryRun()) {
            return context.show(new StormPreview(which, lasts));
        }
        context.output().note("seed " + which);
        var result = new Storm(new SessionDrillTarget(context), context.clock(), context.output()::note)
                .run(which, lasts, load.shape(), round -> tell(context, round));
        return shown(context, new StormReport(result), file, result.healthy());
    }

    private static void tell(CommandContext context, StormResult.Round round) {
        context.output().note("  " + round.inWords());
    }

    private Exit compare(CommandContext context, Drill drill, Optional<ReportFile> file) {
        var labs = ComparedLab.of(axes, ComparedDrills.like(context.session().lab()));
        var compared = new ComparedDrills(context, drill, load.shape());
        compared.prepare(labs);
        if (context.isDryRun()) {
            return context.show(
                    preview(drill, labs.stream().map(ComparedLab::title).toList()));
        }
        var result = compared.run(repeat);
        return shown(context, result, file, result.isComplete());
    }

    private static AdHocReport preview(Drill drill, List<String> titles) {
        return AdHocReport.of(
                () -> titles.stream()
                        .map(title -> drill.word() + " on a new lab with " + title)
                        .toList(),
                () -> Map.of("drill", drill.word(), "labs", titles));
    }

    private static Exit shown(CommandContext context, FileReport result, Optional<ReportFile> file, boolean succeeded) {
        context.show(result);
        file.ifPresent(target -> {
            target.write(result);
            context.output().note("the report is in " + target.path().toAbsolutePath());
        });
        return succeeded ? Exit.DONE : Exit.FAILED;
    }

    private static List<String> lines() {
        var lines = new ArrayList<String>();
        described().forEach((word, sentence) -> lines.add("%-17s %s".formatted(word, sentence)));
        return lines;
    }

    private static Map<String, Object> tree() {
        var drills = new ArrayList<Map<String, String>>();
        described().forEach((word, sentence) -> drills.add(Map.of("drill", word, "does", sentence)));
        return Map.of("drills", drills);
    }

    /** The description of each drill, the storm last. */
    private static Map<String, String> described() {
        var all = new LinkedHashMap<String, String>();
        Stream.of(Drill.values()).forEach(drill -> all.put(drill.word(), drill.sentence()));
        all.put(STORM, "random faults one after another, and all at once");
        return all;
    }
}
