package org.pgpoollab.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import org.pgpoollab.command.AnswerQuestion;
import org.pgpoollab.command.Attach;
import org.pgpoollab.command.Caption;
import org.pgpoollab.command.Challenge;
import org.pgpoollab.command.Clear;
import org.pgpoollab.command.Connect;
import org.pgpoollab.command.Cut;
import org.pgpoollab.command.Detach;
import org.pgpoollab.command.Diagnose;
import org.pgpoollab.command.DiffConfig;
import org.pgpoollab.command.Doctor;
import org.pgpoollab.command.Down;
import org.pgpoollab.command.Events;
import org.pgpoollab.command.Exec;
import org.pgpoollab.command.Expect;
import org.pgpoollab.command.Explain;
import org.pgpoollab.command.FaultList;
import org.pgpoollab.command.Fill;
import org.pgpoollab.command.Follow;
import org.pgpoollab.command.Generate;
import org.pgpoollab.command.Heal;
import org.pgpoollab.command.History;
import org.pgpoollab.command.Isolate;
import org.pgpoollab.command.Kill;
import org.pgpoollab.command.Lag;
import org.pgpoollab.command.Lie;
import org.pgpoollab.command.ListLabs;
import org.pgpoollab.command.ListSaves;
import org.pgpoollab.command.ListVersions;
import org.pgpoollab.command.Load;
import org.pgpoollab.command.Logs;
import org.pgpoollab.command.Nodes;
import org.pgpoollab.command.PackIncident;
import org.pgpoollab.command.Pause;
import org.pgpoollab.command.Pcp;
import org.pgpoollab.command.PlayLesson;
import org.pgpoollab.command.PlayScript;
import org.pgpoollab.command.PoolNodes;
import org.pgpoollab.command.PrintCompletion;
import org.pgpoollab.command.Promote;
import org.pgpoollab.command.Psql;
import org.pgpoollab.command.Reclone;
import org.pgpoollab.command.Reconfigure;
import org.pgpoollab.command.Record;
import org.pgpoollab.command.Recover;
import org.pgpoollab.command.Rejoin;
import org.pgpoollab.command.Replay;
import org.pgpoollab.command.Restart;
import org.pgpoollab.command.RestoreLab;
import org.pgpoollab.command.Resume;
import org.pgpoollab.command.RunDrill;
import org.pgpoollab.command.SaveLab;
import org.pgpoollab.command.Screenshot;
import org.pgpoollab.command.ShowHint;
import org.pgpoollab.command.Slow;
import org.pgpoollab.command.SolveTask;
import org.pgpoollab.command.Start;
import org.pgpoollab.command.Status;
import org.pgpoollab.command.Stop;
import org.pgpoollab.command.Switchover;
import org.pgpoollab.command.UnsafePromote;
import org.pgpoollab.command.Up;
import org.pgpoollab.command.Upgrade;
import org.pgpoollab.command.Version;
import org.pgpoollab.command.Wait;
import org.pgpoollab.command.WatchdogInfo;
import org.pgpoollab.command.WriteHandout;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.syntax.VerbatimArguments;

/**
 * Lists all commands. Prompt, scripts, arguments, help, completion and docs/commands.md use this list. A command object is created,
 * and read by picocli, only when it is needed.
 */
public final class Catalog {

    /** How the statements begin that people type without psql. */
    private static final Set<String> SQL = Set.of(
            "select", "insert", "update", "delete", "create", "alter", "drop", "begin", "commit", "truncate", "with");

    private static final int SHORTEST_ABBREVIATION = 2;
    private static final String LAB = "The lab";
    private static final String NODES = "Nodes";
    private static final String LOOK = "Looking";
    private static final String REPAIR = "Repair";
    private static final String FAULTS = "Faults";
    private static final String MEASURE = "Measuring";
    private static final String LESSONS = "Lessons";
    private static final String TOOLS = "Tools";
    private static final String PROGRAM = "The program";

    private static final List<Entry> ENTRIES = List.of(
            new Entry(LAB, "up", Up.class),
            new Entry(LAB, "down", Down.class),
            new Entry(LAB, "save", SaveLab.class),
            new Entry(LAB, "restore", RestoreLab.class),
            new Entry(LAB, "saves", ListSaves.class),
            new Entry(LAB, "upgrade", Upgrade.class),
            new Entry(LAB, "generate", Generate.class),
            new Entry(LAB, "diff-config", DiffConfig.class),
            new Entry(LAB, "list", ListLabs.class),
            new Entry(LOOK, "status", Status.class),
            new Entry(LOOK, "diagnose", Diagnose.class),
            new Entry(LOOK, "nodes", Nodes.class),
            new Entry(LOOK, "pool_nodes", PoolNodes.class),
            new Entry(LOOK, "watchdog_info", WatchdogInfo.class),
            new Entry(LOOK, "logs", Logs.class),
            new Entry(LOOK, "events", Events.class),
            new Entry(LOOK, "explain", Explain.class),
            new Entry(LOOK, "replay", Replay.class),
            new Entry(LOOK, "incident", PackIncident.class),
            new Entry(LOOK, "handout", WriteHandout.class),
            new Entry(LOOK, "wait", Wait.class),
            new Entry(LOOK, "expect", Expect.class),
            new Entry(NODES, "start", Start.class),
            new Entry(NODES, "stop", Stop.class),
            new Entry(NODES, "restart", Restart.class),
            new Entry(NODES, "attach", Attach.class),
            new Entry(NODES, "detach", Detach.class),
            new Entry(REPAIR, "reconfigure", Reconfigure.class),
            new Entry(REPAIR, "recover", Recover.class),
            new Entry(REPAIR, "rejoin", Rejoin.class),
            new Entry(REPAIR, "reclone", Reclone.class),
            new Entry(REPAIR, "follow", Follow.class),
            new Entry(REPAIR, "promote", Promote.class),
            new Entry(REPAIR, "switchover", Switchover.class),
            new Entry(FAULTS, "kill", Kill.class),
            new Entry(FAULTS, "pause", Pause.class),
            new Entry(FAULTS, "resume", Resume.class),
            new Entry(FAULTS, "isolate", Isolate.class),
            new Entry(FAULTS, "cut", Cut.class),
            new Entry(FAULTS, "slow", Slow.class),
            new Entry(FAULTS, "lag", Lag.class),
            new Entry(FAULTS, "lie", Lie.class),
            new Entry(FAULTS, "promote!", UnsafePromote.class),
            new Entry(FAULTS, "fill", Fill.class),
            new Entry(FAULTS, "heal", Heal.class),
            new Entry(FAULTS, "faults", FaultList.class),
            new Entry(MEASURE, "load", Load.class),
            new Entry(MEASURE, "drill", RunDrill.class),
            new Entry(LESSONS, "lesson", PlayLesson.class),
            new Entry(LESSONS, "hint", ShowHint.class),
            new Entry(LESSONS, "solve", SolveTask.class),
            new Entry(LESSONS, "answer", AnswerQuestion.class),
            new Entry(LESSONS, "challenge", Challenge.class),
            new Entry(TOOLS, "psql", Psql.class),
            new Entry(TOOLS, "pcp", Pcp.class),
            new Entry(TOOLS, "exec", Exec.class),
            new Entry(TOOLS, "connect", Connect.class),
            new Entry(PROGRAM, "doctor", Doctor.class),
            new Entry(PROGRAM, "versions", ListVersions.class),
            new Entry(PROGRAM, "caption", Caption.class),
            new Entry(PROGRAM, "clear", Clear.class),
            new Entry(PROGRAM, "screenshot", Screenshot.class),
            new Entry(PROGRAM, "record", Record.class),
            new Entry(PROGRAM, "play", PlayScript.class),
            new Entry(PROGRAM, "history", History.class),
            new Entry(PROGRAM, "completion", PrintCompletion.class),
            new Entry(PROGRAM, "help", Help.class),
            new Entry(PROGRAM, "version", Version.class));

    /** One command. Its description stands in the annotations of its class. */
    public record Entry(String group, String name, Class<? extends LabCommand> type) {

        /** The first sentence of the command's description. */
        public String summary() {
            return description().get(0);
        }

        public List<String> description() {
            return List.of(type.getAnnotation(picocli.CommandLine.Command.class).description());
        }

        public List<String> examples() {
            return List.of(type.getAnnotation(CommandHelp.class).examples());
        }

        /** The plain shell lines that do the same as the command. */
        public List<String> byHand() {
            return Stream.of(type.getAnnotation(CommandHelp.class).byHand())
                    .map(line -> line.replace(LaunchCommand.USUAL, LaunchCommand.ofProcess()))
                    .toList();
        }

        /** The plain shell lines for a lab of containers; empty if they are the same. */
        public List<String> byHandInContainers() {
            return List.of(type.getAnnotation(CommandHelp.class).byHandInContainers());
        }

        /** Whether the command only reads: it has no steps and starts no program that would show their own shell lines. */
        public boolean looks() {
            return group.equals(LOOK);
        }

        /** Whether it belongs to the lessons. */
        public boolean teaches() {
            return group.equals(LESSONS);
        }

        /** Whether --dry-run prints the command's steps with the shell lines for the lab that is there, whatever its engine and addresses. */
        public boolean hasSteps() {
            return List.of(NODES, REPAIR, FAULTS).contains(group) && type != FaultList.class;
        }

        /** Whether all words after the first positional one belong to the program that the command starts. */
        public boolean takesWordsAsTheyStand() {
            return type.isAnnotationPresent(VerbatimArguments.class);
        }

        LabCommand make() {
            try {
                return type.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("no such command can be made: " + name, e);
            }
        }
    }

    private Catalog() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    public static List<String> names() {
        return ENTRIES.stream().map(Entry::name).toList();
    }

    /**
     * Returns the command of this name; hyphens, underscores and upper case do not matter.
     *
     * @throws LabException if there is no such command; the message suggests the nearest name
     */
    public static Entry find(String typed) {
        return known(typed)
                .orElseThrow(() -> SQL.contains(typed.toLowerCase(Locale.ROOT))
                        ? LabException.usage(
                                "There is no command '" + typed + "'",
                                "SQL is run by psql, through the VIP",
                                "psql, or one statement: psql \"select now()\"")
                        : LabException.usage(
                                "There is no command '" + typed + "'",
                                nearest(typed)
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse(""),
                                nearest(typed).orElse("help")));
    }

    public static boolean isCommand(String typed) {
        return known(typed).isPresent();
    }

    public static Optional<Entry> known(String typed) {
        var name = canonical(typed);
        return ENTRIES.stream()
                .filter(entry -> canonical(entry.name()).equals(name))
                .findFirst();
    }

    /** Returns the commands whose names begin with this text; none for a single letter, which is too ambiguous. */
    public static List<Entry> beginningWith(String typed) {
        var beginning = canonical(typed);
        return beginning.length() < SHORTEST_ABBREVIATION
                ? List.of()
                : ENTRIES.stream()
                        .filter(entry -> canonical(entry.name()).startsWith(beginning))
                        .toList();
    }

    /**
     * Returns the command of this name, or the only command whose name begins with it. Used at the prompt only: a script must use full
     * names.
     */
    public static Optional<Entry> meant(String typed) {
        var begun = beginningWith(typed);
        return known(typed).or(() -> begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty());
    }

    private static Optional<String> nearest(String typed) {
        return meant(typed).map(Entry::name).or(() -> Nearest.to(canonical(typed), names()));
    }

    private static String canonical(String typed) {
        return typed.replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
