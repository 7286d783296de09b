package org.pgpoollab.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion scripts: for each shell a frame, which is a resource, and in it the tables of all commands. */
public enum CompletionScript {
    BASH("bash/pgpool-lab", "frame.bash", new BourneDialect(false)),
    ZSH("zsh/_pgpool-lab", "frame.zsh", new BourneDialect(true)),
    FISH("fish/pgpool-lab.fish", "frame.fish", new FishDialect());

    private static final String TABLES = "# TABLES\n";
    private static final String SHARED = "# SHARED\n";

    private final String file;
    private final String frame;
    private final Dialect dialect;

    CompletionScript(String file, String frame, Dialect dialect) {
        this.file = file;
        this.frame = frame;
        this.dialect = dialect;
    }

    /** Returns where the script is kept, below the directory of all completions; shells look for these names. */
    String file() {
        return file;
    }

    /** Returns the whole script, in ASCII. */
    public String render() {
        var commands = Stream.concat(Stream.of(OfferedCommand.program()), OfferedCommand.all().stream())
                .toList();
        var tables = new ScriptTables(dialect, commands, OfferedCommand.commonOptions());
        return resource(frame).replace(SHARED, resource("shared.sh")).replace(TABLES, lines(tables.functions()));
    }

    private static String lines(List<String> lines) {
        return lines.stream().skip(1).map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (var content = CompletionScript.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
