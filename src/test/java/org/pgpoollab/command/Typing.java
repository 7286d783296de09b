package org.pgpoollab.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.Style;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.CommandEnvironment;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.session.Interruption;
import org.pgpoollab.session.ScriptPlayer;

/** A simulated user who types commands for a {@link FakeLabSession} and answers questions. */
public final class Typing {

    public final FakeLabSession session = new FakeLabSession();
    public final Deque<String> answers = new ArrayDeque<>();
    public final ScriptPlayer player = ScriptPlayer.ofPrompt("./pgpool-lab");
    public final List<String> questions = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    public Exit type(String command, String... words) {
        var typed = Syntax.of(Catalog.find(command)).read(List.of(words));
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        var output = new Output(
                stream, stream, StandardCharsets.UTF_8, typed.options().output(), Style.PLAIN);
        var clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
        var environment = new CommandEnvironment(
                this::answer, new Interruption(), HistoryFile.NONE, clock, true, false, Display.PLAIN, player);
        try {
            return typed.command().run(new CommandContext(environment, typed.options(), output, () -> session));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<String> answer(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    /** All output so far. */
    public String text() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
