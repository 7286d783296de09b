package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.engine.Await;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.report.LoadReportText;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.LoadOptions;
import org.pgpoollab.topology.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Upgrades the pgpools of the running lab to another release, one after another.",
            "Each is stopped, gets the release's root directory and a configuration of its own version, and is started. After each the lab"
                    + " is proved to work. The standbys come first and the leader last, so that the virtual address moves once.",
            "If a load runs, or with --load, it reports what clients noticed. The way back is the same: upgrade pgpool machine."
        })
@CommandHelp(
        examples = {"upgrade pgpool trixie", "upgrade pgpool sid --load", "upgrade pgpool machine --dry-run"},
        byHand = {
            "pgpool -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -m fast stop    (on pgpool-1)",
            "apt-get install pgpool2    (on pgpool-1)",
            "setsid pgpool -n -f /run/lab/pgpool.conf -F /run/lab/pcp.conf -a /run/lab/pool_hba.conf"
                    + " >>/run/lab/pgpool.log 2>&1 </dev/null &    (on pgpool-1)"
        })
public final class Upgrade implements LabCommand {

    private static final String POOLS = "pgpool";

    @Parameters(index = "0", paramLabel = "WHAT", completionCandidates = Words.class, description = "pgpool.")
    private String what;

    @Parameters(
            index = "1",
            paramLabel = "RELEASE",
            completionCandidates = Releases.class,
            description =
                    "machine, bookworm, trixie, forky, sid, or bookworm-pgdg-16 for example; it is fetched if it is not here.")
    private String name;

    @Option(
            names = "--force",
            description = "Upgrades even if the lab is not whole, or cannot do without one pgpool meanwhile.")
    private boolean force;

    @Option(names = "--load", description = "Runs clients during the upgrade, unless some run already.")
    private boolean load;

    @Mixin
    private LoadOptions wish;

    /** What can be upgraded, for completion. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(List.of(POOLS));
        }
    }

    /** The releases, for completion. */
    static final class Releases extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Releases() {
            super(Release.words());
        }
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Exit run(CommandContext context) {
        requirePools();
        var plan = context.session().upgradePools(release(), force);
        if (context.isDryRun() || plan.steps().isEmpty()) {
            return context.carryOut(plan);
        }
        var clients = context.session().load();
        if (!load || clients.isRunning()) {
            return carriedOut(context, plan);
        }
        context.carryOut(clients.start(wish.shape()), Progress.SILENT);
        try {
            return carriedOut(context, plan);
        } finally {
            Await.undisturbed(() -> context.carryOut(clients.stop(), Progress.SILENT));
        }
    }

    /** Reports what clients noticed, also if the upgrade failed. */
    private static Exit carriedOut(CommandContext context, Plan plan) {
        var begun = context.clock().instant();
        try {
            return context.carryOut(plan);
        } finally {
            var clients = context.session().load();
            if (clients.isRunning()) {
                context.show(new LoadReportText(
                        clients.report(begun, context.clock().instant()),
                        context.clock().getZone(),
                        context.session().versions()));
            }
        }
    }

    private void requirePools() {
        if (what.equals("postgres")) {
            throw LabException.usage(
                    "upgrade changes only pgpools, not PostgreSQL",
                    "another major version cannot read the data, and the release of a lab's PostgreSQL is fixed by its first up",
                    "another lab beside it: up --release " + name + " --name other");
        }
        if (!what.equals(POOLS)) {
            throw LabException.usage("upgrade does not know '" + what + "'", "it has pgpool", "upgrade pgpool " + name);
        }
    }

    private Release release() {
        var known = Release.named(name);
        if (known.isPresent()) {
            return known.get();
        }
        Release.whyNot(name).ifPresent(why -> {
            throw LabException.usage("a lab cannot have the release " + name, why, "versions");
        });
        throw LabException.usage(
                "there is no release '" + name + "'",
                "there are " + Release.listing(),
                Nearest.to(name, Release.words())
                        .map(near -> "upgrade pgpool " + near)
                        .orElse("versions"));
    }
}
