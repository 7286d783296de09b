package org.pgpoollab.generate;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of a file of variables, .env, which compose reads: lines NAME=VALUE, comments and blank lines. */
public record EnvFile(String text) {

    /** The variable of Bitnami's images that names the primary. */
    public static final String PRIMARY_HOST = "REPMGR_PRIMARY_HOST";

    /** The variable with the name of the lab. */
    public static final String PROJECT = "COMPOSE_PROJECT_NAME";

    public Optional<String> value(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).strip())
                .reduce((one, later) -> later);
    }

    /** Returns the file with another value of a variable that it has; all else stays as it is. */
    public EnvFile with(String name, String value) {
        var lines = Arrays.stream(text.split("\n", -1))
                .map(line -> line.startsWith(name + "=") ? name + "=" + value : line)
                .collect(Collectors.joining("\n"));
        return new EnvFile(lines);
    }
}
