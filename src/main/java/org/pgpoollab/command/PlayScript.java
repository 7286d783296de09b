package org.pgpoollab.command;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.script.PlayedScript;
import org.pgpoollab.script.Script;
import org.pgpoollab.script.ScriptFile;
import org.pgpoollab.script.ScriptParser;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.topology.SampleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Presents a script: its next command stands at the prompt, and Enter runs it.",
            "A script is what standard input may be: one command a line, with # comments, which are shown above their command;"
                    + " ## begins a section. All of it is checked before it begins.",
            "A command may be edited before it runs. To run something in between, clear the line with ^U or ^C and type it; the"
                    + " command of the script comes again. A command that fails comes again, too.",
            "play next leaves a command out, play back goes back, play 12 goes to the 12th, play stop ends the script, and play"
                    + " alone lists it with the place.",
            "An installed program has workshop.txt in its directory of examples, share/pgpool-lab/examples."
        })
@CommandHelp(
        examples = {
            "play assets/workshop.txt",
            "play assets/workshop.txt --from 7",
            "play assets/workshop.txt --dry-run",
            "play next"
        },
        byHand = "./pgpool-lab < assets/workshop.txt    (without a stop)")
public final class PlayScript implements LabCommand {

    private static final String NEXT = "next";
    private static final String BACK = "back";
    private static final String STOP = "stop";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            completionCandidates = Words.class,
            description =
                    "A script to play; or next, back, stop, or the number of a command; nothing to list the script.")
    private String what = "";

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The command to begin with (default: 1); --dry-run lists their numbers.")
    private String from = "";

    /** The subcommands of {@code play}, for completion. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.of(NEXT, BACK, STOP).iterator();
        }
    }

    @Override
    public Exit run(CommandContext context) {
        if (isAboutPlayed()) {
            return move(context);
        }
        var script = ScriptParser.parse(what, ScriptFile.lines(Path.of(what)), context.commands()::problem);
        var begun = new PlayedScript(
                script,
                from.isEmpty() ? 0 : position(script, from),
                context.clock().instant());
        if (context.isDryRun()) {
            return context.show(new ScriptOutline(begun));
        }
        context.player().play(begun);
        return Exit.DONE;
    }

    private boolean isAboutPlayed() {
        return List.of("", NEXT, BACK, STOP).contains(what) || what.matches("[0-9]{1,9}");
    }

    private Exit move(CommandContext context) {
        if (!from.isEmpty()) {
            throw LabException.usage(
                    "--from needs a file", "it is the command to begin with", "play FILE --from " + from);
        }
        var played = context.player().playing().orElseThrow(PlayScript::nothingIsPlayed);
        if (what.isEmpty() || context.isDryRun()) {
            return context.show(new ScriptOutline(played));
        }
        if (what.equals(STOP)) {
            context.player().stop();
            context.output()
                    .note("The script has ended at " + (played.position() + 1) + " of "
                            + played.script().steps().size() + ".");
            return Exit.DONE;
        }
        context.player().play(moved(played));
        return Exit.DONE;
    }

    private static LabException nothingIsPlayed() {
        return LabException.failed("no script is being played", "", "play " + SampleFile.script());
    }

    private PlayedScript moved(PlayedScript played) {
        if (what.equals(NEXT)) {
            return played.next();
        }
        if (what.equals(BACK) && played.position() == 0) {
            throw LabException.usage("There is nothing before the first command", "it is the one that comes", "play");
        }
        return what.equals(BACK) ? played.at(played.position() - 1) : played.at(position(played.script(), what));
    }

    /** Returns the position of the step that has this number, from 1. */
    private static int position(Script script, String number) {
        var count = script.steps().size();
        if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > count) {
            throw LabException.usage(
                    "The script has no command '" + number + "'",
                    "they are numbered from 1 to " + count,
                    "play " + ShellQuoting.quote(script.file()) + " --dry-run");
        }
        return Integer.parseInt(number) - 1;
    }
}
