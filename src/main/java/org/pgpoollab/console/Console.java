package org.pgpoollab.console;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Unwritable;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.engine.LaunchCommand;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.lesson.LessonLines;
import org.pgpoollab.output.Format;
import org.pgpoollab.output.LineBreaks;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.OutputClosed;
import org.pgpoollab.output.Style;
import org.pgpoollab.script.Lexer;
import org.pgpoollab.script.ScriptStatement;
import org.pgpoollab.session.CommandEnvironment;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.session.Interruption;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.session.ScriptPlayer;
import org.pgpoollab.session.UserPrompt;
import org.pgpoollab.syntax.ProgramOptions;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.StateHome;
import org.pgpoollab.tutorial.LessonListener;
import org.pgpoollab.tutorial.LessonPlayer;
import org.pgpoollab.tutorial.LessonSnapshots;
import org.pgpoollab.tutorial.LessonWatch;

/**
 * Reads and runs commands: one from the arguments, several after {@code -c}, a script from standard input, or lines from an
 * interactive prompt.
 */
public final class Console {

    private static final int LESSON_WIDTH = 78;

    private final ConsoleSetting setting;
    private final LabSessionFactory sessions;
    private final Interruption interruption;
    private final Display display;
    private final FullScreen fullScreen;
    private final IntSupplier columns;
    private final UserPrompt prompt;

    /**
     * @param sessions opens a lab session; called only when one is needed
     * @param display the display of commands from the arguments or from a script
     */
    public Console(
            ConsoleSetting setting,
            LabSessionFactory sessions,
            Interruption interruption,
            Display display,
            FullScreen fullScreen) {
        this(setting, sessions, interruption, display, fullScreen, () -> Output.ENDLESS);
    }

    private Console(
            ConsoleSetting setting,
            LabSessionFactory sessions,
            Interruption interruption,
            Display display,
            FullScreen fullScreen,
            IntSupplier columns) {
        this.setting = setting;
        this.sessions = sessions;
        this.interruption = interruption;
        this.display = display;
        this.fullScreen = fullScreen;
        this.columns = columns;
        this.prompt = new TerminalPrompt(setting);
    }

    /** Runs what the arguments say. All problems are reported before it returns. */
    public Exit run(List<String> arguments) {
        var typed = Invocation.of(arguments);
        var output = output(typed);
        try {
            return run(typed, output);
        } catch (OutputClosed gone) {
            return gone.reportedTo(output);
        } catch (LabException problem) {
            output.problems(problem.problems());
            return problem.exit();
        } catch (InvalidPathException name) {
            var problem = Unwritable.problem(name);
            output.problems(problem.problems());
            return problem.exit();
        } catch (RuntimeException | Error fault) {
            var problem = CrashReport.of(fault, crashDirectories());
            output.problems(problem.problems());
            return problem.exit();
        }
    }

    private Exit run(Invocation typed, Output output) {
        if (typed.hasCommand()) {
            return command(typed, output);
        }
        var options = options(typed.options());
        if (options.help() || options.version()) {
            return dispatcher(true)
                    .run(new Invocation(List.of(), options.help() ? "help" : "version", List.of()), output);
        }
        if (typed.isEmptyWord()) {
            throw LabException.usage("There is no command ''", "an empty word was typed", "help");
        }
        if (!options.commands().isEmpty()) {
            return commands(typed, options.commands(), output);
        }
        return setting.inputIsTerminal() ? prompt(typed, options, player()) : script(typed, output);
    }

    private Exit command(Invocation typed, Output output) {
        remember(ShellQuoting.join(typed.everything()));
        var player = setting.inputIsTerminal() && setting.resultsAreTerminal() ? player() : player().withoutPrompt();
        var exit = dispatcher(true, player).run(typed, output);
        adviseForShell(typed, List.of(output), output);
        return player.playing().isPresent() ? prompt(typed, player) : exit;
    }

    /** Opens the prompt at which a command has begun to play a script. */
    private Exit prompt(Invocation typed, ScriptPlayer player) {
        var options =
                Syntax.of(Catalog.find(typed.command())).read(typed.arguments()).options();
        return prompt(Invocation.of(options.words()), options, player);
    }

    /** Says how suggested commands are typed in a shell, which knows neither the lab nor several commands in one line. */
    private void adviseForShell(Invocation typed, List<Output> outputs, Output output) {
        var advised = outputs.stream().anyMatch(each -> each.hasAdvised(Catalog::isCommand));
        var several = outputs.stream()
                .flatMap(each -> each.severalCommands(Catalog::isCommand).stream())
                .findFirst();
        var isUsual = typed.lab().isEmpty() || typed.lab().equals(Lab.USUAL_NAME);
        var option = isUsual ? "" : "--lab " + ShellQuoting.quote(typed.lab());
        if (advised && !isUsual) {
            output.advice("to type these commands, add: " + option);
        }
        several.ifPresent(line -> output.advice("several commands in a shell: "
                + LaunchCommand.as(setting.environment()) + (isUsual ? "" : " " + option) + " -c "
                + ShellQuoting.quote(line)));
    }

    /** Parses options, without picocli if there are none: loading picocli takes time. */
    private static ProgramOptions options(List<String> typed) {
        return typed.isEmpty() ? new ProgramOptions() : Syntax.optionsOf(typed);
    }

    private Exit commands(Invocation typed, String commands, Output output) {
        var statements = Lexer.statements(commands).iterator();
        var dispatcher = dispatcher(true);
        var outputs = new ArrayList<Output>();
        var exit = new ScriptRun(
                        typed.inheritable(),
                        (command, statement) -> {
                            outputs.add(output(command));
                            return remembered(command, statement, dispatcher, outputs.get(outputs.size() - 1));
                        },
                        output,
                        statement -> "command " + outputs.size() + " of -c")
                .run(() -> statements.hasNext() ? Optional.of(statements.next()) : Optional.empty());
        adviseForShell(typed, outputs, output);
        return exit;
    }

    private Exit script(Invocation typed, Output output) {
        var dispatcher = dispatcher(false);
        var lines = new ScriptReader(setting.input(), LaunchCommand.as(setting.environment()));
        return new ScriptRun(
                        typed.inheritable(),
                        (command, statement) -> remembered(command, statement, dispatcher, output(command)),
                        output,
                        statement -> "line " + statement.line())
                .run(() -> interruption.reading(lines::next));
    }

    private Exit prompt(Invocation typed, ProgramOptions options, ScriptPlayer player) {
        LineEditorLog.keepQuiet();
        if (setting.resultsAreTerminal() && !options.plain() && fullScreen.fits(setting)) {
            return fullScreen.show(new PromptSession(this, typed, options, player));
        }
        try (var terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
            return at(terminal, setting, display)
                    .prompt(typed, display, lessonNews(typed), player, offers(typed, terminal, player))
                    .run(terminal, "");
        } catch (IOException e) {
            throw LabException.failed(
                    "The terminal cannot be used",
                    String.valueOf(e.getMessage()),
                    LaunchCommand.as(setting.environment()) + " COMMAND");
        }
    }

    ConsoleSetting setting() {
        return setting;
    }

    /** Runs the prompt of this console on another terminal, that of a full screen. */
    Exit converse(Invocation typed, Terminal terminal, Display screen, String begun, ScriptPlayer player) {
        return at(terminal, setting.on(terminal.output()), screen)
                .prompt(typed, screen, tell -> () -> {}, player, offers(typed, terminal, player))
                .run(terminal, begun);
    }

    /** Returns this console on another terminal; lines longer than its width are broken at spaces. */
    private Console at(Terminal terminal, ConsoleSetting itsSetting, Display where) {
        return new Console(itsSetting, sessions, interruption, where, fullScreen, terminal::getWidth);
    }

    private Prompt prompt(
            Invocation typed,
            Display where,
            Function<Consumer<String>, ? extends AutoCloseable> news,
            ScriptPlayer player,
            ScriptOffers offers) {
        return new Prompt(
                history(),
                typed.inheritable(),
                interruption,
                (command, userPrompt) -> taught(command, dispatcher(userPrompt, true, where, player)),
                () -> lab(typed),
                news,
                offers,
                () -> afterTask(typed));
    }

    /** Returns the command that goes on with the lesson, if a task of it is done. */
    private Optional<String> afterTask(Invocation typed) {
        try (var session = sessions.open(options(typed.inheritable()), line -> {})) {
            return LessonPlayer.isTaskDone(session) ? Optional.of("lesson check") : Optional.empty();
        } catch (LabException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns what offers the steps of a script on this terminal, whatever the streams of the process are. */
    private ScriptOffers offers(Invocation typed, Terminal terminal, ScriptPlayer player) {
        var onTerminal = at(terminal, setting.on(terminal.output()), display);
        return new ScriptOffers(player, onTerminal.output(typed), setting.clock());
    }

    private ScriptPlayer player() {
        return ScriptPlayer.ofPrompt(LaunchCommand.as(setting.environment()));
    }

    /** Tells of goals of the lesson that is played on the lab of the prompt. */
    private Function<Consumer<String>, LessonWatch> lessonNews(Invocation typed) {
        return tell -> lessonWatch(typed, LessonSnapshots.POLLER, new LessonListener() {
            @Override
            public void told(String line) {
                tell.accept(line);
            }
        });
    }

    /** Follows the lesson that is played on the lab of the prompt. */
    LessonWatch lessonWatch(Invocation typed, LessonSnapshots snapshots, LessonListener listener) {
        return new LessonWatch(
                () -> sessions.open(options(typed.inheritable()), line -> {}),
                new NestedCommands(dispatcher(UserPrompt.NOBODY, false, display, player().withoutPrompt())),
                new LessonLines(LESSON_WIDTH, setting.look(typed.arguments())),
                snapshots,
                listener);
    }

    /** Runs a command at the prompt. A command that only reads first shows the plain shell lines that do the same. */
    private Exit taught(Invocation command, Dispatcher dispatcher) {
        var output = output(command);
        Catalog.known(command.command())
                .filter(Catalog.Entry::looks)
                .ifPresent(entry -> entry.byHand().forEach(output::shellLine));
        return dispatcher.run(command, output);
    }

    private Exit remembered(Invocation command, ScriptStatement statement, Dispatcher dispatcher, Output output) {
        remember(statement.text());
        return dispatcher.run(command, output);
    }

    private void remember(String line) {
        history().add(setting.clock().instant(), line);
    }

    /** Returns the lab whose nodes complete a NODE; empty if there is none. */
    private Optional<Lab> lab(Invocation typed) {
        try (var session = open(options(typed.inheritable()))) {
            return Optional.of(session.lab());
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    private Dispatcher dispatcher(boolean sharesInput) {
        return dispatcher(sharesInput, player().withoutPrompt());
    }

    private Dispatcher dispatcher(boolean sharesInput, ScriptPlayer player) {
        return dispatcher(
                sharesInput && setting.inputIsTerminal() ? prompt : UserPrompt.NOBODY, sharesInput, display, player);
    }

    private Dispatcher dispatcher(UserPrompt userPrompt, boolean sharesInput, Display where, ScriptPlayer player) {
        var environment = new CommandEnvironment(
                userPrompt,
                interruption,
                history(),
                setting.clock(),
                sharesInput,
                setting.messagesAreTerminal(),
                where,
                player);
        return new Dispatcher(environment, this::open, crashDirectories(), LaunchCommand.as(setting.environment()));
    }

    private LabSession open(ProgramOptions options) {
        return sessions.open(options, line -> {
            setting.messages().println(LineBreaks.at(columns.getAsInt(), "  " + line));
            setting.messages().flush();
        });
    }

    private Output output(Invocation typed) {
        return new Output(
                setting.results(),
                setting.messages(),
                setting.charset(),
                typed.asksForJson() ? Format.JSON : Format.TEXT,
                new Style(setting.look(typed.arguments())),
                columns);
    }

    private HistoryFile history() {
        return stateHome().map(home -> HistoryFile.at(home.resolve("history"))).orElse(HistoryFile.NONE);
    }

    private List<Path> crashDirectories() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return stateHome().map(home -> List.of(home, temporary)).orElse(List.of(temporary));
    }

    private Optional<Path> stateHome() {
        try {
            return Optional.of(StateHome.of(setting.environment()).labs());
        } catch (LabException e) {
            return Optional.empty();
        }
    }
}
