package org.pgpoollab.tutorial;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.Redundancy;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.lesson.Lesson;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;

/** Gives a lesson the lab that it needs, and leaves it healthy. All that changes the lab is typed visibly. */
final class LessonLab {

    private final CommandContext context;
    private final TypedCommands typed;

    LessonLab(CommandContext context, TypedCommands typed) {
        this.context = context;
        this.typed = typed;
    }

    /**
     * Makes the lab if there is none, uses a healthy one that fits, and asks before it repairs or replaces another.
     *
     * @throws LabException if the user does not want that, or it fails
     */
    void prepare(Lesson lesson) {
        refuseDuringChallenge();
        if (!isMade()) {
            typed.require(up(lesson));
            return;
        }
        var differences = differences(context.session().lab(), lesson.wishes(), lesson.lab());
        if (!differences.isEmpty()) {
            replace(lesson, differences);
            return;
        }
        if (!context.session().engine().isRunning()) {
            typed.require("up");
        }
        var state = whole("The lab " + context.session().lab().name() + " is not healthy. Recover it?");
        var first = context.session().lab().postgresNodes().get(0);
        if (!state.primaries().equals(List.of(first))) {
            // The texts of lessons name the first node as the primary.
            typed.require("switchover " + first);
        }
    }

    private void refuseDuringChallenge() {
        if (Files.exists(context.session().directory().challenge())) {
            throw LabException.failed(
                    "a challenge runs on this lab",
                    "a lesson would end its clients, and repair what it broke",
                    "challenge, or: challenge stop");
        }
    }

    private void replace(Lesson lesson, List<String> differences) {
        var name = context.session().lab().name();
        context.output()
                .note("The lesson needs another lab than " + name + ": " + String.join("; ", differences) + ".");
        context.confirm(
                "Take down " + name + " with its data"
                        + context.session().saves().store().mention() + ", and make another one?",
                "lesson start " + lesson.name() + " --yes");
        typed.require("down --yes");
        typed.require(up(lesson));
    }

    /** Ends a load that still runs, and repairs the lab if it is not whole and the user agrees. */
    void leaveHealthy() {
        if (!isMade() || !context.session().engine().isRunning() || isWhole(undisturbed())) {
            return;
        }
        if (context.isAgreed("The lab is not healthy. Recover it?", "recover --yes")) {
            typed.require("recover");
        } else {
            context.output().advice("the lab stays as it is; repair it: recover");
        }
    }

    /** Makes the lab whole if it is not, and returns what was seen of it. */
    private ClusterState whole(String question) {
        var state = undisturbed();
        if (isWhole(state)) {
            return state;
        }
        context.confirm(question, "recover --yes");
        typed.require("recover");
        return context.session().glance();
    }

    private static boolean isWhole(ClusterState state) {
        return state.faults().all().isEmpty() && Redundancy.isWhole(state);
    }

    /** Returns what is seen of the lab without a load, and with its files as generated. */
    private ClusterState undisturbed() {
        restoreFiles();
        if (context.session().load().isRunning()) {
            typed.require("load stop");
        }
        return context.session().examine();
    }

    /** Writes configuration files as generated if a lesson has edited them, and restarts their nodes. */
    private void restoreFiles() {
        var edited = new EditedFiles(context.session()).nodes();
        if (!edited.isEmpty()) {
            typed.require("generate --force");
            typed.require("restart " + Node.names(edited));
        }
    }

    private boolean isMade() {
        return Files.exists(context.session().directory().labFile());
    }

    /** Returns the command that makes the lab of a lesson. */
    private static String up(Lesson lesson) {
        var words = new ArrayList<String>();
        words.add("up");
        for (var key : List.of(LabKey.RELEASE, LabKey.POSTGRES, LabKey.PGPOOL, LabKey.PROFILE)) {
            if (lesson.wishes().has(key)) {
                words.add(key.option());
                words.add(lesson.wishes().values().get(key));
            }
        }
        lesson.wishes().settings().forEach(setting -> words.addAll(List.of("--set", setting)));
        return ShellQuoting.join(words);
    }

    /** Describes how a lab differs from the one that a lesson needs; empty if it fits. */
    static List<String> differences(Lab lab, LabOptions wishes, Lab wished) {
        var differences = new ArrayList<String>();
        if (wishes.has(LabKey.RELEASE)) {
            compare(
                    differences,
                    "release",
                    lab.release().name(),
                    wished.release().name());
        }
        compare(differences, "PostgreSQL nodes", lab.postgresCount(), wished.postgresCount());
        compare(differences, "pgpools", lab.pgpoolCount(), wished.pgpoolCount());
        compare(differences, "profile", lab.timing().profile(), wished.timing().profile());
        if (!lab.settings().equals(wished.settings())) {
            differences.add("it has other settings");
        }
        return differences;
    }

    private static void compare(List<String> differences, String what, Object has, Object needs) {
        if (!has.equals(needs)) {
            differences.add(what + ": it has " + has + ", and the lesson needs " + needs);
        }
    }

    /** Types commands of the lab's own care. */
    interface TypedCommands {

        Exit type(String line);

        default void require(String line) {
            var exit = type(line);
            if (exit != Exit.DONE) {
                throw LabException.of(exit, "the lesson cannot go on", "'" + line + "' did not succeed", "diagnose");
            }
        }
    }
}
