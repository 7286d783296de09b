package org.pgpoollab.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the shell scripts of this package, for {@code sh -c}. */
final class ShellScript {

    private ShellScript() {}

    static String named(String name) {
        try (var script = ShellScript.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
