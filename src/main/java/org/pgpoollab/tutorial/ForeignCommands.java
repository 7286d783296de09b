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
            "status", "diagnose", "nodes", "pool_nodes", "watchdog_info", "logs", "events", "wait", "expect", "start",
            "stop", "restart", "attach", "detach", "reconfigure", "recover", "rejoin", "reclone", "follow", "promote",
            "switchover", "kill", "pause", "resume", "isolate", "cut", "slow", "lag", "lie", "promote!", "fill", "heal",
            "faults", "load", "help", "version");

    private ForeignCommands() {}

    /** Returns if the user agrees to what the lesson would run beyond the lab's own commands. */
    static void confirm(CommandContext context, Lesson lesson, String file) {
        var asked = asked(lesson, context.commands());
        if (asked.isEmpty()) {
            return;
        }
        context.output().note(file + " is no lesson of this program. Beside commands of the lab it has:");
        asked.forEach(line -> context.output().note("  " + line));
        context.confirm("May it run them?", "lesson start " + file + " --yes");
    }

    static List<String> asked(Lesson lesson, CommandRunner commands) {
        return Stream.of(
                        lesson.wishes().settings().stream().map(setting -> "up --set " + setting),
                        lesson.commands().stream()
                                .map(LessonCommand::text)
                                .filter(line -> line.contains(";") || !HARMLESS.contains(name(line, commands))),
                        lesson.tasks().stream()
                                .flatMap(task -> task.goals().stream())
                                .filter(Goal::asksQueries)
                                .map(Goal::text))
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    private static String name(String line, CommandRunner commands) {
        var words = commands.words(line);
        return words.isEmpty() ? "" : words.get(0);
    }
}
