package org.pgpoollab.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.Exit;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.syntax.ProgramOptions;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Parses the words of one command, its own and the program's options. An instance reads one line only. picocli's own completion is not
 * used, because it would bind the specification to another command line.
 */
public final class Syntax {

    private static final Pattern LONG_OPTION = Pattern.compile("--[a-zA-Z][a-zA-Z_-]*(=.*)?", Pattern.DOTALL);

    private final Catalog.Entry entry;
    private final LabCommand command;
    private final ProgramOptions options;
    private final CommandLine line;

    /** A command and the program's options, filled from what was typed. */
    public record Typed(LabCommand command, ProgramOptions options) {}

    private Syntax(Catalog.Entry entry) {
        this.entry = entry;
        this.command = entry.make();
        this.options = new ProgramOptions();
        this.line = new CommandLine(command)
                .addMixin("program", options)
                .setCommandName(entry.name())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setStopAtPositional(entry.takesWordsAsTheyStand());
        line.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    }

    public static Syntax of(Catalog.Entry entry) {
        return new Syntax(entry);
    }

    /** Parses the program's options if no command was typed. */
    public static ProgramOptions optionsOf(List<String> words) {
        var options = new ProgramOptions();
        try {
            new CommandLine(options)
                    .setCommandName("pgpool-lab")
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setOverwrittenOptionsAllowed(true)
                    .setExpandAtFiles(false)
                    .parseArgs(normal(words));
        } catch (ParameterException e) {
            throw UsageErrors.problem("", words, e);
        }
        return options;
    }

    /**
     * Parses the words after the command's name.
     *
     * @throws org.pgpoollab.LabException with status 2 if the words are invalid
     */
    public Typed read(List<String> words) {
        try {
            line.parseArgs(normal(words));
        } catch (ParameterException e) {
            if (line.isUsageHelpRequested() || words.contains("--help") || words.contains("-h")) {
                return new Typed(new HelpOf(entry), options);
            }
            throw UsageErrors.problem(entry.name(), words, e);
        }
        return new Typed(line.isUsageHelpRequested() ? new HelpOf(entry) : command, options);
    }

    CommandLine line() {
        return line;
    }

    /** The specification for completion, which must not be modified. */
    public CommandLine.Model.CommandSpec specification() {
        return line.getCommandSpec();
    }

    /** Replaces underscores in option names, {@code --dry_run} by {@code --dry-run}; values and words after {@code --} stay unchanged. */
    private static String[] normal(List<String> words) {
        var end = words.indexOf("--");
        var last = end < 0 ? words.size() : end;
        var normal = words.toArray(String[]::new);
        for (int i = 0; i < last; i++) {
            normal[i] = normal(normal[i]);
        }
        return normal;
    }

    private static String normal(String word) {
        if (!LONG_OPTION.matcher(word).matches()) {
            return word;
        }
        var equals = word.indexOf('=');
        var name = equals < 0 ? word : word.substring(0, equals);
        return name.replace('_', '-') + word.substring(name.length());
    }

    /** Shows the help page of a command instead of running it. */
    private record HelpOf(Catalog.Entry entry) implements LabCommand {

        @Override
        public Exit run(CommandContext context) {
            return context.show(new HelpPage(entry));
        }
    }
}
