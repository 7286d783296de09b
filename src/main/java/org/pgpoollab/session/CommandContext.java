package org.pgpoollab.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.journal.EventLog;
import org.pgpoollab.output.AdHocReport;
import org.pgpoollab.output.ConsoleProgress;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.PlanReport;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.report.Report;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.syntax.ScreenSize;
import org.pgpoollab.topology.Lab;

/**
 * The context of one running command: its options, input, output and lab session. It decides for all commands what {@code --dry-run},
 * {@code --yes} and a script's standard input mean.
 */
public final class CommandContext {

    private final CommandEnvironment environment;
    private final ProgramOptions options;
    private final Output output;
    private final Supplier<LabSession> sessions;
    private final CommandRunner commands;
    private final DataLossPrompt losses = new DataLossPrompt(this);
    private LabSession session;

    public CommandContext(
            CommandEnvironment environment, ProgramOptions options, Output output, Supplier<LabSession> sessions) {
        this(environment, options, output, sessions, CommandRunner.NONE);
    }

    /** @param commands runs other commands for this one */
    public CommandContext(
            CommandEnvironment environment,
            ProgramOptions options,
            Output output,
            Supplier<LabSession> sessions,
            CommandRunner commands) {
        this.commands = commands;
        this.environment = environment;
        this.options = options;
        this.output = output;
        this.sessions = sessions;
    }

    public Output output() {
        return output;
    }

    /** Returns the lab session, which is opened at the first call, so that {@code help} needs no lab. */
    public LabSession session() {
        if (session == null) {
            session = sessions.get();
        }
        return session;
    }

    /** Closes the lab session if it was opened. */
    public void end() {
        if (session != null) {
            session.close();
        }
    }

    /** Keeps other commands from changing the lab until {@link #end}, unless this is a dry run. */
    public void reserve(String command) {
        if (!isDryRun()) {
            session().reserve(command);
        }
    }

    public Exit show(Report report) {
        output.show(report);
        return Exit.DONE;
    }

    /** The prompt that asks before a plan of this command discards data. */
    public DataLossPrompt losses() {
        return losses;
    }

    public boolean isDryRun() {
        return options.dryRun();
    }

    public HistoryFile history() {
        return environment.history();
    }

    public Clock clock() {
        return environment.clock();
    }

    public Display display() {
        return environment.display();
    }

    /** Plays scripts at the prompt. */
    public ScriptPlayer player() {
        return environment.player();
    }

    /** Whether a playback may be shown full screen: on a terminal, unless text was asked for. */
    public boolean canReplay() {
        return environment.sharesInput()
                && !options.plain()
                && !output.isJson()
                && display().canReplay();
    }

    public void shoot(Path file, ScreenSize size) {
        environment.display().shoot(session(), file, size);
    }

    /** Carries out a plan and shows its progress, or with {@code --dry-run} only shows the plan. */
    public Exit carryOut(Plan plan) {
        losses.pass(plan);
        if (isDryRun()) {
            return show(new PlanReport(plan));
        }
        var told = new ConsoleProgress(plan, output, environment.messagesOnTerminal());
        try {
            perform(plan, told);
        } finally {
            told.clear();
        }
        if (output.isJson()) {
            output.json(told.tree());
            return Exit.DONE;
        }
        output.line(output.style().green("✓") + " "
                + (plan.steps().isEmpty() ? plan.title() + ": nothing to do" : plan.title()));
        if (!plan.advice().isEmpty()) {
            output.advice(plan.advice());
        }
        return Exit.DONE;
    }

    /** Carries out a plan and records it as an event of the lab, without output of its own. */
    public void carryOut(Plan plan, Progress progress) {
        losses.pass(plan);
        perform(plan, progress);
    }

    private void perform(Plan plan, Progress progress) {
        var begun = clock().instant();
        var events = new EventLog(session().directory());
        var isNoted = !plan.steps().isEmpty() && events.command(begun, plan.title());
        session().carryOut(plan, progress);
        if (!isNoted && !plan.steps().isEmpty()) {
            // A lab has no directory for events before it was brought up.
            events.command(begun, plan.title());
        }
    }

    /** Returns a context for the same lab that prints nothing and answers every confirmation with yes. */
    public CommandContext quietly() {
        var nobody = environment.alone();
        return new CommandContext(nobody, options.sayingYes(), output.muted(), this::session, commands);
    }

    /** Returns the same context for another lab. The caller closes that lab's session. */
    public CommandContext at(LabSession other) {
        return new CommandContext(environment, options, output, () -> other, commands);
    }

    /** Returns the same context for a separate lab whose name has this suffix. */
    public CommandContext beside(String suffix) {
        return new CommandContext(environment, options, output, () -> openBeside(suffix), commands);
    }

    private LabSession openBeside(String suffix) {
        try (var mine = sessions.get()) {
            return mine.beside(suffix, output::note);
        }
    }

    /** Returns the same context with every question answered by yes. */
    public CommandContext sayingYes() {
        return new CommandContext(environment, options.sayingYes(), output, sessions, commands);
    }

    /** Opens one more session on this lab, which the caller closes. It stays open while other commands are typed. */
    public LabSession another() {
        return sessions.get();
    }

    /** The other commands of the program. */
    public CommandRunner commands() {
        return commands;
    }

    /**
     * Runs a line of commands on this lab, as if it were typed. Afterwards the lab session is opened anew, because the lab may be another
     * one.
     */
    public Exit type(String line) {
        return type(line, output, environment);
    }

    /** Does the same with other output, and without anybody who could be asked. */
    public Exit type(String line, Output where) {
        return type(line, where, environment.alone());
    }

    private Exit type(String line, Output where, CommandEnvironment with) {
        var name = session().lab().name();
        var named = name.equals(Lab.USUAL_NAME) && options.lab().isEmpty() ? options : options.of(name);
        end();
        session = null;
        output.flush();
        return commands.run(line, named, where, with);
    }

    /**
     * Returns if the answer to the question, or {@code --yes}, is yes; otherwise it throws.
     *
     * @param remedy the command that does the same without a question
     */
    public void confirm(String question, String remedy) {
        confirm(question, () -> ofThisLab(remedy));
    }

    /** Does the same for a command that concerns no lab: its remedy is printed as it is. */
    public void confirmWithoutLab(String question, String remedy) {
        confirm(question, () -> remedy);
    }

    private void confirm(String question, Supplier<String> remedy) {
        if (!isAgreed(question, remedy)) {
            throw LabException.failed("Nothing was done", "the answer was not yes", "");
        }
    }

    /**
     * Returns whether the answer to the question, or {@code --yes}, is yes, for a command that goes on without it.
     *
     * @param remedy the command that does what is asked for without a question
     * @throws LabException if nobody can be asked
     */
    public boolean isAgreed(String question, String remedy) {
        return isAgreed(question, () -> ofThisLab(remedy));
    }

    private boolean isAgreed(String question, Supplier<String> remedy) {
        if (options.yes() || isDryRun()) {
            return true;
        }
        var answer = environment
                .prompt()
                .ask(question + " [y/N] ")
                .orElseThrow(() -> LabException.usage(
                        question.replace("?", "") + ": this needs a yes",
                        "there is no interactive input",
                        remedy.get()));
        return answer.strip().matches("(?i)y|yes");
    }

    /** Adds {@code --lab}, so that the command applies to this lab only, wherever it is typed. */
    private String ofThisLab(String command) {
        var name = session().lab().name();
        return name.equals(Lab.USUAL_NAME) ? command : command + " --lab " + name;
    }

    public boolean saysYes() {
        return options.yes();
    }

    /** Returns the line typed in answer; empty if there is no interactive input. */
    public Optional<String> ask(String question) {
        output.flush();
        return environment.prompt().ask(question);
    }

    /** Whether a program may use the terminal for an interactive session. */
    public boolean canHoldSession() {
        return environment.sharesInput() && !output.isJson();
    }

    /**
     * Runs a program that needs the terminal for an interactive session.
     *
     * @return how the program ended
     */
    public Exit handOver(Command command) {
        if (isDryRun()) {
            return showShell(command);
        }
        return canHoldSession() ? share(command) : collect(command);
    }

    /** Runs a program that needs no input to its end. If possible, the program writes to this process's own standard streams. */
    public Exit runProgram(Command command) {
        if (isDryRun()) {
            return showShell(command);
        }
        if (display().isFullScreen() && !output.isJson()) {
            output.shellLine(command.shellLineWithVariables());
            return exit(output.relay((results, errors) -> session().shell().relay(command, results, errors)));
        }
        return canHoldSession() ? share(command) : collect(command);
    }

    private Exit showShell(Command command) {
        return show(AdHocReport.of(
                () -> List.of("$ " + command.shellLineWithVariables()),
                () -> Map.of("shell", command.shellLineWithVariables())));
    }

    private Exit share(Command command) {
        output.flush();
        var status = environment
                .interruption()
                .leaveTo(() -> display().lend(() -> session().shell().interact(command)));
        return exit(status);
    }

    /** Captures the program's output: it goes into the JSON, or between the output of other commands of a script. */
    private Exit collect(Command command) {
        var ended = session().shell().run(command);
        if (!output.isJson()) {
            output.text(ended.output());
            output.errors(ended.errors());
            return exit(ended.status());
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("status", ended.status());
        tree.put("output", ended.output());
        tree.put("errors", ended.errors());
        output.json(tree);
        return exit(ended.status());
    }

    static Exit exit(int status) {
        if (status == 0) {
            return Exit.DONE;
        }
        return status == Exit.INTERRUPTED.status() ? Exit.INTERRUPTED : Exit.FAILED;
    }
}
