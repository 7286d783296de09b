package org.pgpoollab.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.StagedFile;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonLibrary;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonTemplate;
import org.pgpoollab.output.ReportFile;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.tutorial.LessonList;
import org.pgpoollab.tutorial.LessonPlayer;
import org.pgpoollab.tutorial.LessonReader;
import org.pgpoollab.tutorial.LessonReport;
import org.pgpoollab.tutorial.LessonVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        description = {
            "Teaches failover by tasks on a real lab, and checks them.",
            "lesson alone lists the lessons with what you have done.",
            "lesson start begins one, by its name, its number or a file; without a name the first that is not done."
                    + " It makes the lab that it needs, and asks before it repairs or replaces another.",
            "lesson check looks which goals are met and goes on with the next task; skip leaves a task out, and does to the lab"
                    + " what its solution does; reset begins again, stop ends the lesson. See also hint, solve and answer.",
            "lesson report prints what you have done, for a teacher; lesson report FILE.md writes it as Markdown.",
            "lesson verify plays lessons without a student, on a lab of its own, and tests their tasks. lesson new writes a"
                    + " commented lesson to begin with."
        })
@CommandHelp(
        examples = {
            "lesson",
            "lesson start standby-loss",
            "lesson check",
            "lesson report",
            "lesson verify standby-loss",
            "lesson new mine.md"
        },
        byHand = "less docs/lessons/01-standby-loss.md")
public final class PlayLesson implements LabCommand {

    private static final String CHOICES =
            "start, check, skip, reset, stop, report, verify, new; nothing to list the lessons";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            completionCandidates = Words.class,
            description = CHOICES + ".")
    private String what = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "The name or number of a lesson, or a file.")
    private List<String> names = new ArrayList<>();

    /** The subcommands of {@code lesson}, for completion. */
    static final class Words implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.of("start", "check", "skip", "reset", "stop", "report", "verify", "new")
                    .iterator();
        }
    }

    /** The lessons of this program, for completion. */
    static final class Names implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return LessonLibrary.names().iterator();
        }
    }

    @Override
    public boolean changes() {
        return !List.of("", "report", "check").contains(what);
    }

    /** The commands that a lesson types reserve the lab themselves. */
    @Override
    public boolean needsLabAlone() {
        return false;
    }

    @Override
    public Exit run(CommandContext context) {
        return switch (what) {
            case "" -> context.show(list(context));
            case "start" -> new LessonPlayer(context).start(chosen(context));
            case "check" -> new LessonPlayer(context).check();
            case "skip" -> new LessonPlayer(context).skip();
            case "reset" -> new LessonPlayer(context).reset();
            case "stop" -> new LessonPlayer(context).stop();
            case "report" -> report(context);
            case "verify" -> verify(context);
            case "new" -> write(context);
            default -> throw LabException.usage("lesson cannot '" + what + "'", "it can: " + CHOICES, meant(what));
        };
    }

    /** Returns what somebody probably meant who typed a lesson where an action belongs. */
    private static String meant(String typed) {
        var isLesson = typed.matches("[0-9]{1,2}") || LessonLibrary.names().contains(typed);
        return isLesson ? "lesson start " + typed : "lesson";
    }

    private LessonList list(CommandContext context) {
        var store = LessonPlayer.store(context);
        var lessons = LessonLibrary.own().stream()
                .flatMap(source -> head(source, context).stream())
                .toList();
        return new LessonList(
                lessons, store.progress(), store.run().map(LessonRun::lesson).orElse(""));
    }

    /** Reads a lesson for the list. One with mistakes is left out, and said to be. */
    private static Optional<Lesson> head(LessonLibrary.Source source, CommandContext context) {
        try {
            return Optional.of(LessonReader.head(source));
        } catch (LabException mistakes) {
            context.output().note(source.name() + " has mistakes: lesson verify " + source.name() + " tells them");
            return Optional.empty();
        }
    }

    private LessonLibrary.Source chosen(CommandContext context) {
        if (names.size() > 1) {
            throw LabException.usage(
                    "only one lesson can be played at a time",
                    names.size() + " were named",
                    "lesson start " + names.get(0));
        }
        return names.isEmpty() ? next(context) : LessonLibrary.find(names.get(0));
    }

    /** Returns the lesson that is being played, else the first that is not done. */
    private static LessonLibrary.Source next(CommandContext context) {
        var store = LessonPlayer.store(context);
        var playing = store.run();
        if (playing.isPresent()) {
            return LessonLibrary.find(
                    playing.get().isOwn()
                            ? playing.get().lesson()
                            : playing.get().file());
        }
        var progress = store.progress();
        return LessonLibrary.own().stream()
                .filter(source -> progress.of(source.name())
                        .filter(record -> record.isDone())
                        .isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> LabException.failed("all lessons are done", "", "lesson start NAME plays one again"));
    }

    private Exit verify(CommandContext context) {
        var sources = names.isEmpty()
                ? LessonLibrary.own()
                : names.stream().map(LessonLibrary::find).toList();
        if (context.isDryRun()) {
            sources.forEach(source -> LessonReader.read(source, context.commands())
                    .commands()
                    .forEach(command -> context.output().line(command.text())));
            return Exit.DONE;
        }
        var report = new LessonVerifier(context.beside("lessons"), context.output()::note).verify(sources);
        context.show(report);
        return report.isGood() ? Exit.DONE : Exit.FAILED;
    }

    private Exit report(CommandContext context) {
        var report = new LessonReport(LessonPlayer.store(context).progress());
        if (names.isEmpty()) {
            return context.show(report);
        }
        var path = newFile("report", "report.md");
        if (!context.isDryRun()) {
            StagedFile.write(path, report.markdown(), false);
        }
        context.output().note("the report is in " + path.toAbsolutePath());
        return Exit.DONE;
    }

    private Exit write(CommandContext context) {
        var path = newFile("new", "mine.md");
        if (!context.isDryRun()) {
            StagedFile.write(path, LessonTemplate.TEXT, false);
        }
        context.output().note("a commented lesson is in " + path.toAbsolutePath());
        context.output().advice("lesson start " + ShellQuoting.quote(path.toString()));
        return Exit.DONE;
    }

    /** Returns the one file that was named, which must not be there. */
    private Path newFile(String what, String example) {
        if (names.size() != 1) {
            throw LabException.usage(
                    "lesson " + what + " needs one file",
                    names.size() + " were named",
                    "lesson " + what + " " + example);
        }
        var path = ReportFile.writable(names.get(0), "lesson " + what, example);
        if (Files.exists(path)) {
            throw LabException.failed(
                    path + " is there already", "it would be overwritten", "lesson " + what + " another.md");
        }
        return path;
    }
}
