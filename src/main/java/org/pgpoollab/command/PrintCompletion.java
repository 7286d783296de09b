package org.pgpoollab.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.CommandHelp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script that was made before, from all commands: a shell that starts should not wait for it. */
@Command(
        description = {
            "Prints the script with which a shell completes this program's commands.",
            "It completes commands, options and words, and the labs, nodes and files that are there; it starts no process.",
            "bash: in ~/.bashrc: eval \"$(pgpool-lab completion bash)\"",
            "zsh: in ~/.zshrc, after compinit: eval \"$(pgpool-lab completion zsh)\"",
            "fish: in ~/.config/fish/config.fish: pgpool-lab completion fish | source",
            "So that no shell waits for this program when it starts, write the script to a file instead: for bash with the package"
                    + " bash-completion to ~/.local/share/bash-completion/completions/pgpool-lab, for zsh to _pgpool-lab in a"
                    + " directory of $fpath, for fish to ~/.config/fish/completions/pgpool-lab.fish."
        })
@CommandHelp(examples = {"completion bash", "completion zsh", "completion fish"})
public final class PrintCompletion implements LabCommand {

    /** The shells, each with the name of its script below src/packaging/completions. */
    private enum SupportedShell {
        BASH("bash/pgpool-lab"),
        ZSH("zsh/_pgpool-lab"),
        FISH("fish/pgpool-lab.fish");

        private final String file;

        SupportedShell(String file) {
            this.file = file;
        }

        private String script() {
            try (var script = PrintCompletion.class.getResourceAsStream("/completions/" + file)) {
                if (script == null) {
                    throw new IllegalStateException("the program lacks its resource completions/" + file);
                }
                return new String(script.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private SupportedShell shell;

    @Override
    public Exit run(CommandContext context) {
        var script = shell.script();
        if (context.output().isJson()) {
            context.output().json(Map.of("shell", shell.name().toLowerCase(Locale.ROOT), "script", script));
        } else {
            context.output().text(script);
        }
        return Exit.DONE;
    }
}
