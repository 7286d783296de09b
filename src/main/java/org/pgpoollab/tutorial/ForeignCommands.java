package org.pgpoollab.tutorial;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pgpoollab.lesson.Goal;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.lesson.LessonCommand;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.CommandRunner;

/**
 * Asks before a lesson that is not one of this program runs programs or writes files. A file of somebody else is untrusted: {@code exec},
 * {@code psql}, a query or a setting such as {@code archive_command} can run anything.
 */
final class ForeignCommands {

    /** The commands that only look at the lab, or change nothing but its own servers. */
    private static final Set<String> HARMLESS = Set.of(
            "status",
            "diagnose",
            "nodes",
            "pool_nodes",
            "watchdog_info",
            "logs",
            "events",
            "wait",
            "expect",
            "start",
            "stop",
            "restart",
            "attach",
            "detach",
            "reconfigure",
            "recover",
            "rejoin",
            "reclone",
            "follow",
            "promote",
            "switchover",
            "kill",
            "pause",
            "resume",
            "isolate",
            "cut",
            "slow",
            "lag",
            "lie",
            "promote!",
            "fill",
            "heal",
            "faults",
            "load",
            "help",
            "version");

    /** The options that name another lab or file. */
    private static final Set<String> ELSEWHERE = Set.of("--lab", "--file", "--folder");

    private ForeignCommands() {}

    /**
     * Returns if the user agrees to what the lesson would run beyond the lab's own commands.
     *
     * @param command {@code start} or {@code verify}
     */
    static void confirm(CommandContext context, Lesson lesson, String command, String file) {
        var asked = asked(lesson, context.commands());
        if (asked.isEmpty()) {
            return;
        }
        context.output().note(file + " is no lesson of this program. Beside commands of the lab it has:");
        asked.forEach(line -> context.output().note("  " + line));
        context.confirm("May it run them?", "lesson " + command + " " + file + " --yes");
    }

    static List<String> asked(Lesson lesson, CommandRunner commands) {
        return Stream.of(
                        lesson.wishes().settings().stream().map(setting -> "up --set " + setting),
                        lesson.commands().stream().map(LessonCommand::text).filter(line -> !isHarmless(line, commands)),
                        lesson.tasks().stream()
                                .flatMap(task -> task.goals().stream())
                                .filter(Goal::asksQueries)
                                .map(Goal::text))
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    private static boolean isHarmless(String line, CommandRunner commands) {
        var words = commands.words(line);
        return !line.contains(";")
                && !words.isEmpty()
                && HARMLESS.contains(words.get(0))
                && words.stream().noneMatch(ForeignCommands::leavesLab);
    }

    /** Whether a word is an option with which a command works with another lab, or with files of somebody. */
    private static boolean leavesLab(String word) {
        return ELSEWHERE.stream().anyMatch(option -> word.equals(option) || word.startsWith(option + "="));
    }
}
