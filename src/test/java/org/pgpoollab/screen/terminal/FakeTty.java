package org.pgpoollab.screen.terminal;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.pgpoollab.screen.picture.Picture;

/** A terminal as a user has it: what is sent becomes a picture, and the test presses keys. It can be used by several threads. */
final class FakeTty extends LineDisciplineTerminal {

    static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    /** A strong reference; without it the logger could be collected and lose its level. */
    private static final Logger LIBRARY = Logger.getLogger("org.jline");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private final Wire wire;
    private final String before;
    private volatile String now;

    FakeTty(String type, int columns, int rows) throws IOException {
        this(type, new Wire(columns, rows));
        setSize(new Size(columns, rows));
    }

    private FakeTty(String type, Wire wire) throws IOException {
        super("fake", type, wire, StandardCharsets.UTF_8, SignalHandler.SIG_IGN);
        this.wire = wire;
        this.before = super.getAttributes().toString();
        this.now = before;
    }

    /** Returns a copy, as a real terminal does and JLine's does not: changes take effect only when the attributes are set. */
    @Override
    public Attributes getAttributes() {
        return new Attributes(super.getAttributes());
    }

    @Override
    public void setAttributes(Attributes attributes) {
        super.setAttributes(attributes);
        now = attributes.toString();
    }

    /** Tells whether it echoes, edits lines and raises signals as it did when it was opened. */
    boolean isAsItWas() {
        return now.equals(before);
    }

    Wire wire() {
        return wire;
    }

    /** Sends keys, clicks or pasted text as a terminal does. It waits until they can be received. */
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

    /** Waits until the text is visible. */
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

    /** Waits until a condition holds that depends on what is sent. */
    void awaitTrue(String what, BooleanSupplier expected) {
        if (!wire.await(expected, TIME_LIMIT)) {
            fail("not seen: " + what + "\n" + picture().text());
        }
    }
}
