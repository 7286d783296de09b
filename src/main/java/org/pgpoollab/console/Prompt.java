package org.pgpoollab.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.script.Lexer;
import org.pgpoollab.script.ScriptStatement;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.session.Interruption;
import org.pgpoollab.session.UserPrompt;
import org.pgpoollab.topology.Lab;

/** Reads and runs commands line by line until ^D, {@code exit}, {@code quit} or {@code q}. ^C ends the running command, not the program. */
final class Prompt {

    /** The words that leave the prompt. */
    static final Set<String> LEAVING = Set.of("exit", "quit", "q");

    /** The command that the prompt runs itself, because it alone knows how its terminal is cleared. */
    private static final String CLEAR = "clear";

    private final HistoryFile history;
    private final List<String> inherited;
    private final Interruption interruption;
    private final BiFunction<Invocation, UserPrompt, Exit> runner;
    private final LabOfLine lab;
    private final Function<Consumer<String>, ? extends AutoCloseable> news;
    private final ScriptOffers offers;
    private final Supplier<Optional<String>> next;

    /**
     * A line as it was typed.
     *
     * @param isEdited whether it was made from the pre-filled text
     */
    private record TypedLine(String text, boolean isEdited) {}

    /**
     * @param news begins to tell lines that no command writes, until it is closed
     * @param offers the steps of a script that is played
     * @param next what an empty line runs
     */
    Prompt(
            HistoryFile history,
            List<String> inherited,
            Interruption interruption,
            BiFunction<Invocation, UserPrompt, Exit> runner,
            Supplier<Optional<Lab>> lab,
            Function<Consumer<String>, ? extends AutoCloseable> news,
            ScriptOffers offers,
            Supplier<Optional<String>> next) {
        this.history = history;
        this.inherited = inherited;
        this.interruption = interruption;
        this.runner = runner;
        this.lab = new LabOfLine(lab);
        this.news = news;
        this.offers = offers;
        this.next = next;
    }

    /**
     * Runs until the user leaves, and returns success whatever the commands returned.
     *
     * @param begun the text that is pre-filled on the first line
     */
    Exit run(Terminal terminal, String begun) {
        var reader = reader(terminal);
        var announcements = new Announcements(reader::printAbove);
        terminal.handle(Terminal.Signal.INT, signal -> interruption.signal());
        var source = news.apply(announcements::tell);
        try {
            return run(terminal, reader, announcements, begun);
        } finally {
            close(source);
        }
    }

    private static void close(AutoCloseable source) {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException("the source of news cannot be closed", e);
        }
    }

    private Exit run(Terminal terminal, ResizeSafeLineReader reader, Announcements announcements, String begun) {
        for (var line = read(reader, begun); line.isPresent(); line = read(reader, "")) {
            var text = meant(terminal, line.orElseThrow().text());
            if (LEAVING.contains(text.strip())) {
                return Exit.DONE;
            }
            // ^C counts from here on, because there may be a moment until the command begins.
            interruption.begin();
            announcements.hold();
            var exit = run(text, terminal, question -> ask(reader, question));
            if (teaches(text)) {
                announcements.releaseWithout();
            } else {
                announcements.release();
            }
            interruption.end();
            offers.ran(text, line.orElseThrow().isEdited(), exit);
        }
        return Exit.DONE;
    }

    /** Returns a line, or what is run instead of an empty one, which is shown. */
    private String meant(Terminal terminal, String line) {
        if (!line.isBlank()) {
            return line;
        }
        var command = next.get();
        command.ifPresent(text -> say(terminal, PromptSession.PROMPT + text));
        return command.orElse(line);
    }

    /** Whether a line begins with a command of lessons, which tells the state of goals itself. */
    private static boolean teaches(String line) {
        return Catalog.known(line.strip().split("\\s+")[0])
                .filter(Catalog.Entry::teaches)
                .isPresent();
    }

    private static void say(Terminal terminal, String text) {
        terminal.writer().println(text);
        terminal.flush();
    }

    /** Runs the commands of a line until one does not succeed. */
    private Exit run(String line, Terminal terminal, UserPrompt userPrompt) {
        var shorthand = new CommandAbbreviations(meant -> say(terminal, "  " + meant));
        List<ScriptStatement> statements;
        try {
            statements = Lexer.statements(line);
        } catch (LabException unclosed) {
            unclosed.problems().forEach(problem -> terminal.writer().println(problem.text()));
            terminal.flush();
            return unclosed.exit();
        }
        for (var statement : statements) {
            var typed = shorthand.inFull(Invocation.of(statement.words())).under(inherited);
            if (!typed.hasCommand()) {
                say(terminal, "'help' lists the commands");
                return Exit.USAGE;
            }
            if (typed.command().equals(CLEAR) && typed.words().isEmpty()) {
                terminal.puts(Capability.clear_screen);
                terminal.flush();
                continue;
            }
            if (LEAVING.contains(typed.command())) {
                say(terminal, "'" + typed.command() + "' stands on a line of its own");
                return Exit.USAGE;
            }
            var exit = runner.apply(typed, userPrompt);
            if (exit != Exit.DONE) {
                return exit;
            }
        }
        return Exit.DONE;
    }

    /**
     * Reads a line; empty if the user leaves.
     *
     * @param begun the text that is pre-filled, unless a script is played, whose next command it is then
     */
    private Optional<TypedLine> read(ResizeSafeLineReader reader, String begun) {
        var buffer = offers.offer().orElse(begun);
        lab.nextLine();
        while (true) {
            try {
                var text = reader.readLine(PromptSession.PROMPT, buffer);
                return Optional.of(new TypedLine(text, !reader.wasEmpty()));
            } catch (UserInterruptException cleared) {
                buffer = "";
            } catch (EndOfFileException left) {
                return Optional.empty();
            }
        }
    }

    private static Optional<String> ask(LineReader reader, String question) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            return Optional.of(reader.readLine(question));
        } catch (UserInterruptException | EndOfFileException left) {
            throw LabException.of(Exit.INTERRUPTED, "interrupted", "", "");
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }

    private ResizeSafeLineReader reader(Terminal terminal) {
        var reader = new ResizeSafeLineReader(terminal);
        reader.setParser(new DefaultParser());
        reader.setHistory(new DefaultHistory());
        reader.setCompleter(completer());
        reader.setHighlighter(new CommandHighlighter(lab));
        reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        bindHomeAndEnd(reader);
        history.ready().ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
        return reader;
    }

    /**
     * Binds the Home and End sequences of tmux, screen, the Linux console and rxvt; JLine only knows those of the terminal's terminfo
     * entry.
     */
    private static void bindHomeAndEnd(LineReader reader) {
        var keys = reader.getKeyMaps().get(LineReader.MAIN);
        keys.bind(new Reference(LineReader.BEGINNING_OF_LINE), "\033[1~", "\033[7~", "\033[H", "\033OH");
        keys.bind(new Reference(LineReader.END_OF_LINE), "\033[4~", "\033[8~", "\033[F", "\033OF");
    }

    private Completer completer() {
        var completer = new CommandCompleter(lab);
        return (reader, line, candidates) -> completer
                .complete(line.words().subList(0, line.wordIndex()), line.word())
                .forEach(candidate -> candidates.add(candidate(candidate)));
    }

    private static Candidate candidate(CommandCompleter.Candidate candidate) {
        var description = candidate.description().isEmpty() ? null : candidate.description();
        return new Candidate(candidate.word(), candidate.word(), null, description, null, null, true);
    }
}
