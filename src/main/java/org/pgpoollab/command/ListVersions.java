package org.pgpoollab.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.engine.ShellQuoting;
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
                    + " unless --yes is given.",
            "For a machine without a network, fetch --to writes the packages and their signed lists into a directory that can be"
                    + " carried there, and fetch --from takes them from it and verifies them again.",
            "bookworm-pgdg-16 has PostgreSQL 16, repmgr and Pgpool-II of apt.postgresql.org. PGPOOL_LAB_PGDG_MIRROR names a mirror"
                    + " of it, and PGPOOL_LAB_PGDG_KEY the file of its keys (default: those that Debian has)."
        })
@CommandHelp(
        examples = {
            "versions",
            "versions fetch trixie",
            "versions fetch trixie --mirror http://deb.debian.org/debian",
            "versions fetch trixie --to /media/stick",
            "versions fetch trixie --from /media/stick",
            "versions remove trixie --yes"
        },
        byHand = "ls ~/.cache/pgpool-lab/roots/*")
public final class ListVersions implements LabCommand {

    private static final List<String> ACTIONS = List.of("fetch", "remove");

    /** The machine's own programs can be fetched, but not removed. */
    private static final List<String> WORDS = Release.words().stream()
            .filter(word -> !word.equals(Release.OF_MACHINE.name()))
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
            description = "A release of Debian: bookworm, trixie, forky or sid; with PostgreSQL of apt.postgresql.org:"
                    + " bookworm-pgdg-16; or machine, to fetch what this machine lacks.")
    private String name = "";

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description = "Where to fetch from: a mirror of Debian, and after a comma one of its security updates"
                    + " (default: PGPOOL_LAB_MIRROR, else those of the machine's apt sources).")
    private String mirror = "";

    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            description = "Fetches into a directory for a machine without a network; the cache stays as it is.")
    private String to = "";

    @Option(
            names = "--from",
            paramLabel = "DIRECTORY",
            description = "Fetches from a directory that --to has written; needs no network.")
    private String from = "";

    /** What can be done, for completion. */
    static final class Actions extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Actions() {
            super(ACTIONS);
        }
    }

    /** The releases that can be fetched and removed, for completion. */
    static final class Releases extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Releases() {
            super(WORDS);
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
        refuseUselessOptions();
        var cache = context.session().releases();
        return switch (action) {
            case "" -> context.show(cache.report());
            case "fetch" -> fetch(context, cache, release());
            case "remove" -> remove(context, cache, release());
            default -> throw UnknownAction.of("versions", action, ACTIONS, "trixie");
        };
    }

    private Release release() {
        var release = Release.named(name).filter(known -> !known.isOfMachine() || action.equals("fetch"));
        if (release.isPresent()) {
            return release.get();
        }
        Release.whyNot(name).ifPresent(why -> {
            throw LabException.usage(
                    "a lab cannot have the release " + name, why, "versions " + action + " " + Release.OLDEST);
        });
        throw LabException.usage(what(), "there are " + Release.listing(), remedy());
    }

    private String what() {
        if (name.isEmpty()) {
            return "versions " + action + " needs a release";
        }
        return new Release(name).isOfPgdg()
                ? name + " lacks its version of PostgreSQL"
                : "there is no release '" + name + "' to " + action;
    }

    private String remedy() {
        return Nearest.to(name, WORDS)
                .map(near -> "versions " + action + " " + near)
                .orElse("versions");
    }

    private void refuseUselessOptions() {
        var given = Stream.of("--mirror", "--to", "--from")
                .filter(option -> !value(option).isEmpty())
                .toList();
        if (!given.isEmpty() && !action.equals("fetch")) {
            var option = given.get(0);
            throw LabException.usage(
                    option + " goes with fetch",
                    "",
                    "versions fetch trixie " + option + " " + ShellQuoting.quote(value(option)));
        }
        if (given.contains("--from") && given.size() > 1) {
            throw LabException.usage(
                    "--from does not go with " + given.get(0),
                    "a directory has all packages already, and nothing is fetched from elsewhere",
                    "versions fetch " + name + " --from " + ShellQuoting.quote(from));
        }
    }

    private void refuseMirrorForMachine(Release release) {
        if (release.isOfMachine() && !mirror.isEmpty()) {
            throw LabException.usage(
                    "--mirror does not go with " + release,
                    "what this machine lacks is fetched from its own apt sources, whose versions fit its libraries",
                    "versions fetch " + release);
        }
    }

    private String value(String option) {
        return switch (option) {
            case "--mirror" -> mirror;
            case "--to" -> to;
            default -> from;
        };
    }

    private Exit fetch(CommandContext context, ReleaseCache cache, Release release) {
        refuseMirrorForMachine(release);
        if (!to.isEmpty()) {
            return export(context, cache, release);
        }
        if (cache.has(release)) {
            return told(context, release, title(release) + " is there already", 0);
        }
        if (context.isDryRun()) {
            return told(context, release, title(release) + " would be fetched", 0);
        }
        if (from.isEmpty()) {
            cache.fetch(release, mirror);
        } else {
            cache.fetch(release, Path.of(from).toAbsolutePath());
        }
        return told(
                context,
                release,
                title(release) + " is there: up" + (release.isOfMachine() ? "" : " --release " + release),
                0);
    }

    private Exit export(CommandContext context, ReleaseCache cache, Release release) {
        var parent = Path.of(to).toAbsolutePath();
        if (context.isDryRun()) {
            return told(context, release, title(release) + " would be fetched to " + parent, 0);
        }
        var written = cache.export(release, mirror, parent);
        return told(
                context,
                release,
                title(release) + " is in " + written + "; on the other machine: versions fetch " + release + " --from "
                        + ShellQuoting.quote(to),
                0);
    }

    private static String title(Release release) {
        return release.isOfMachine() ? "what a lab needs of this machine" : "the release " + release;
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
