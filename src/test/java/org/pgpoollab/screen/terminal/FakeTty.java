package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.pgpoollab.screen.picture.Picture;

/** A terminal as a person has it: what is sent becomes a picture, and keys are pressed by the test. May be used by several threads. */
final class FakeTty extends LineDisciplineTerminal {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wire wire;
    private final String before;

    FakeTty(String type, int columns, int rows) throws IOException {
        this(type, new Wire(columns, rows));
        setSize(new Size(columns, rows));
    }

    private FakeTty(String type, Wire wire) throws IOException {
        super("fake", type, wire, StandardCharsets.UTF_8, SignalHandler.SIG_IGN);
        this.wire = wire;
        this.before = super.getAttributes().toString();
    }

    /** As a real one does, and other than JLine's: what is changed in it changes the terminal only when it is set. */
    @Override
    public Attributes getAttributes() {
        return new Attributes(super.getAttributes());
    }

    /** Whether it echoes, edits lines and raises signals as it did when it was opened. */
    boolean isAsItWas() {
        return super.getAttributes().toString().equals(before);
    }

    Wire wire() {
        return wire;
    }

    /** Typed, clicked or pasted, as a terminal sends it. Waits until it can be taken. */
    void press(String... keys) {
        try {
            for (var key : keys) {
                processInputBytes(key.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void resize(int columns, int rows) {
        wire.resize(columns, rows);
        setSize(new Size(columns, rows));
        raise(Signal.WINCH);
    }

    Picture picture() {
        return wire.picture();
    }

    /** Waits until the text is to be seen. */
    Picture await(String text) {
        return await(text, picture -> picture.text().contains(text));
    }

    Picture awaitNo(String text) {
        return await("no " + text, picture -> !picture.text().contains(text));
    }

    Picture await(String what, Predicate<Picture> expected) {
        awaitTrue(what, () -> expected.test(picture()));
        return picture();
    }

    /** Waits until something is true that changes with what is sent. */
    void awaitTrue(String what, BooleanSupplier expected) {
        if (!wire.await(expected, PATIENCE)) {
            fail("not seen: " + what + "\n" + picture().text());
        }
    }
}
