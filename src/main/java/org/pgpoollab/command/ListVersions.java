package org.pgpoollab.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.report.ByteSize;
import org.pgpoollab.report.VersionsReport.FetchedRelease;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.ReleaseCache;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Lists the versions of the programs that a lab can have.",
            "They are those of this machine and of the releases of Debian in the cache. With fetch it fetches a release"
                    + " without making a lab. With remove it removes all that was fetched of a release; it asks first,"
                    + " unless --yes is given."
        })
@CommandHelp(
        examples = {
            "versions",
            "versions fetch trixie",
            "versions fetch trixie --mirror http://deb.debian.org/debian",
            "versions remove trixie --yes"
        },
        byHand = "ls ~/.cache/pgpool-lab/roots/*")
public final class ListVersions implements LabCommand {

    private static final List<String> ACTIONS = List.of("fetch", "remove");

    private static final List<String> RELEASES = Release.ALL.stream()
            .filter(release -> !release.isOfMachine())
            .map(Release::name)
            .toList();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            completionCandidates = Actions.class,
            description = "fetch or remove (default: list all).")
    private String action = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RELEASE",
            completionCandidates = Releases.class,
            description = "A release of Debian: bookworm, trixie, forky or sid.")
    private String name = "";

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Where to fetch from: a mirror of Debian, and after a comma one of its security updates"
                    + " (default: PGPOOL_LAB_MIRROR, else those of the machine's apt sources).")
    private String mirror = "";

    /** What can be done, for completion. */
    static final class Actions extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Actions() {
            super(ACTIONS);
        }
    }

    /** The releases that can be fetched, for completion. */
    static final class Releases extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Releases() {
            super(RELEASES);
        }
    }

    @Override
    public boolean changes() {
        return !action.isEmpty();
    }

    /** It changes the cache, which has a lock of its own, and no lab. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        refuseUselessMirror();
        var cache = context.session().releases();
        return switch (action) {
            case "" -> context.show(cache.report());
            case "fetch" -> fetch(context, cache, release());
            case "remove" -> remove(context, cache, release());
            default ->
                throw LabException.usage(
                        "versions cannot '" + action + "'",
                        "it has fetch and remove; without a word it lists all",
                        "versions "
                                + Nearest.to(action, ACTIONS)
                                        .map(near -> near + " trixie")
                                        .orElse(""));
        };
    }

    private Release release() {
        if (RELEASES.contains(name)) {
            return new Release(name);
        }
        Release.whyNot(name).ifPresent(why -> {
            throw LabException.usage(
                    "a lab cannot have the release " + name, why, "versions " + action + " " + Release.OLDEST);
        });
        throw LabException.usage(
                name.isEmpty() ? "versions " + action + " needs a release" : "there is no release '" + name + "'",
                "there are " + String.join(", ", RELEASES),
                Nearest.to(name, RELEASES)
                        .map(near -> "versions " + action + " " + near)
                        .orElse("versions"));
    }

    private void refuseUselessMirror() {
        if (!mirror.isEmpty() && !action.equals("fetch")) {
            throw LabException.usage("--mirror goes with fetch", "", "versions fetch trixie --mirror " + mirror);
        }
    }

    private Exit fetch(CommandContext context, ReleaseCache cache, Release release) {
        if (cache.has(release)) {
            return told(context, release, "the release " + release + " is there already", 0);
        }
        if (context.isDryRun()) {
            return told(context, release, "the release " + release + " would be fetched", 0);
        }
        cache.fetch(release, mirror);
        return told(context, release, "the release " + release + " is there: up --release " + release, 0);
    }

    private static Exit remove(CommandContext context, ReleaseCache cache, Release release) {
        var roots = cache.report().of(release);
        if (roots.isEmpty()) {
            return told(context, release, "the release " + release + " is not in the cache", 0);
        }
        cache.refuseIfUsed(release);
        var bytes = roots.stream().mapToLong(FetchedRelease::bytes).sum();
        if (context.isDryRun()) {
            return told(context, release, "the release " + release + " would be removed: " + ByteSize.text(bytes), 0);
        }
        context.confirmWithoutLab(
                "Remove the release " + release + ", " + ByteSize.text(bytes) + ", from the cache?",
                "versions remove " + release + " --yes");
        var freed = cache.remove(release);
        return told(context, release, "removed the release " + release + ": " + ByteSize.text(freed) + " freed", freed);
    }

    private static Exit told(CommandContext context, Release release, String text, long freed) {
        return context.show(AdHocReport.of(() -> List.of(text), () -> tree(release, text, freed)));
    }

    private static Map<String, Object> tree(Release release, String text, long freed) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("release", release.name());
        tree.put("result", text);
        tree.put("freedBytes", freed);
        return tree;
    }
}
