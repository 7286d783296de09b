package org.pgpoollab.command;

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
import org.pgpoollab.plan.Plan;
import org.pgpoollab.plan.Progress;
import org.pgpoollab.report.Report;
import org.pgpoollab.topology.Lab;

/**
 * One command being run: what was asked for besides, who is there, and where its words go. Here, once for all commands, is decided
 * what {@code --dry-run}, {@code --yes} and a script's standard input mean.
 */
public final class CommandContext {

    private final CommandEnvironment environment;
    private final ProgramOptions options;
    private final Output output;
    private final Supplier<LabSession> sessions;
    private final DataLossPrompt losses = new DataLossPrompt(this);
    private LabSession session;

    public CommandContext(
            CommandEnvironment environment, ProgramOptions options, Output output, Supplier<LabSession> sessions) {
        this.environment = environment;
        this.options = options;
        this.output = output;
        this.sessions = sessions;
    }

    public Output output() {
        return output;
    }

    /** Opened at the first call, so that {@code help} needs no lab. */
    public LabSession session() {
        if (session == null) {
            session = sessions.get();
        }
        return session;
    }

    /** Closes the desk if it was opened. */
    public void end() {
        if (session != null) {
            session.close();
        }
    }

    /** Has nobody else change the lab until {@link #end}, unless nothing will be changed. */
    public void reserve(String command) {
        if (!isDryRun()) {
            session().reserve(command);
        }
    }

    public Exit show(Report report) {
        output.show(report);
        return Exit.DONE;
    }

    /** What asks before data is discarded by a plan of this errand. */
    DataLossPrompt losses() {
        return losses;
    }

    boolean isDryRun() {
        return options.dryRun();
    }

    HistoryFile history() {
        return environment.history();
    }

    Clock clock() {
        return environment.clock();
    }

    Display display() {
        return environment.display();
    }

    void shoot(Path file, ScreenSize size) {
        environment.display().shoot(session(), file, size);
    }

    /** Does a plan and shows how it goes, or with {@code --dry-run} only shows it. */
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

    /** Does a plan, which becomes an event of the lab, and shows nothing. */
    void carryOut(Plan plan, Progress progress) {
        losses.pass(plan);
        perform(plan, progress);
    }

    private void perform(Plan plan, Progress progress) {
        var begun = clock().instant();
        var events = new EventLog(session().directory());
        var isNoted = !plan.steps().isEmpty() && events.command(begun, plan.title());
        session().carryOut(plan, progress);
        if (!isNoted && !plan.steps().isEmpty()) {
            // Before a lab was brought up it had no place for a note.
            events.command(begun, plan.title());
        }
    }

    /** The same errand for nobody: it is not told, and every answer that can be yes is. */
    CommandContext quietly() {
        var nobody = new CommandEnvironment(
                UserPrompt.NOBODY,
                environment.interruption(),
                environment.history(),
                environment.clock(),
                false,
                false,
                environment.display());
        return new CommandContext(nobody, options.sayingYes(), output.muted(), this::session);
    }

    /** The same errand, but about another lab. Whoever opened its desk closes it. */
    CommandContext at(LabSession other) {
        return new CommandContext(environment, options, output, () -> other);
    }

    /**
     * Ends quietly if the question is answered by yes or {@code --yes}.
     *
     * @param remedy the command that asks nothing
     */
    void confirm(String question, String remedy) {
        if (options.yes() || isDryRun()) {
            return;
        }
        var answer = environment
                .person()
                .ask(question + " [y/N] ")
                .orElseThrow(() -> LabException.usage(
                        question.replace("?", "") + ": this needs a yes",
                        "nobody is there to be asked",
                        ofThisLab(remedy)));
        if (!answer.strip().matches("(?i)y|yes")) {
            throw LabException.failed("Nothing was done", "the answer was not yes", "");
        }
    }

    /** Whoever agrees by it agrees for this lab only, wherever it is typed. */
    private String ofThisLab(String command) {
        var name = session().lab().name();
        return name.equals(Lab.USUAL_NAME) ? command : command + " --lab " + name;
    }

    boolean saysYes() {
        return options.yes();
    }

    /** The line typed in answer; empty if nobody is there. */
    Optional<String> ask(String question) {
        output.flush();
        return environment.person().ask(question);
    }

    /** Whether a program may have the terminal for a session with a person. */
    boolean canHoldSession() {
        return environment.sharesInput() && !output.isJson();
    }

    /**
     * Runs a program that needs the terminal for a session with a person.
     *
     * @return how it ended
     */
    Exit handOver(Command command) {
        if (isDryRun()) {
            return showShell(command);
        }
        return canHoldSession() ? share(command) : collect(command);
    }

    /** Runs a program to its end that asks nobody. Where it can, it writes to this program's own standard streams. */
    Exit runProgram(Command command) {
        if (isDryRun()) {
            return showShell(command);
        }
        if (display().isFullScreen() && !output.isJson()) {
            output.shellLine(command.shellLine());
            return exit(output.relay((results, errors) -> session().shell().relay(command, results, errors)));
        }
        return canHoldSession() ? share(command) : collect(command);
    }

    private Exit showShell(Command command) {
        return show(
                AdHocReport.of(() -> List.of("$ " + command.shellLine()), () -> Map.of("shell", command.shellLine())));
    }

    private Exit share(Command command) {
        output.flush();
        var status = environment
                .interruption()
                .leaveTo(() -> display().lend(() -> session().shell().interact(command)));
        return exit(status);
    }

    /** Its output is caught: it becomes a part of the JSON, or stands between that of other commands of a script. */
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
