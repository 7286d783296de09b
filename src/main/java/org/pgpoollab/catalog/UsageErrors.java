package org.pgpoollab.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.Excerpt;
import org.pgpoollab.LabException;
import org.pgpoollab.Nearest;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Converts picocli's parse errors to this program's messages. */
final class UsageErrors {

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private UsageErrors() {}

    /**
     * @param command the command's name; empty for the program itself
     * @param words what was typed after it
     */
    static LabException problem(String command, List<String> words, ParameterException wrong) {
        var help = ("help " + command).strip();
        var spec = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0), spec, help);
        }
        if (wrong instanceof MissingParameterException missing) {
            return unknownOption(words, spec)
                    .map(word -> unmatched(command, word, spec, help))
                    .orElseGet(() -> missing(command, missing, help));
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return badValue(wrong.getArgSpec(), wrong.getValue(), wrong.getMessage(), help);
        }
        if (wrong.getArgSpec() instanceof OptionSpec option) {
            return LabException.usage(option.longestName() + " cannot be read", wrong.getMessage(), help);
        }
        return LabException.usage("'" + command + "' cannot be read", wrong.getMessage(), help);
    }

    /** Finds a mistyped option. picocli reports a missing word first, although a mistyped option is often the cause. */
    private static Optional<String> unknownOption(List<String> words, CommandSpec spec) {
        return words.stream()
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> word.startsWith("--"))
                .filter(word -> spec.findOption(word.split("=", 2)[0].replace('_', '-')) == null)
                .findFirst();
    }

    private static LabException unmatched(String command, String word, CommandSpec spec, String help) {
        if (!word.startsWith("-") || word.length() == 1) {
            return LabException.usage(
                    title(command) + " takes no word '" + word + "' there", "it takes " + taken(spec), help);
        }
        var typed = word.split("=", 2)[0];
        var near = Nearest.to(typed, names(spec));
        return LabException.usage(
                title(command) + " has no option " + Excerpt.of(typed),
                near.map(name -> "did you mean " + name + "?").orElse("it has " + String.join(", ", names(spec))),
                near.map(name -> (command + " " + name).strip()).orElse(help));
    }

    private static LabException missing(String command, MissingParameterException missing, String help) {
        var argument = missing.getMissing().isEmpty()
                ? missing.getArgSpec()
                : missing.getMissing().get(0);
        if (argument instanceof OptionSpec option) {
            return LabException.usage(option.longestName() + " needs a value", "it takes " + option.paramLabel(), help);
        }
        return LabException.usage(
                title(command) + " needs " + (argument == null ? "a word" : argument.paramLabel()),
                "none was given",
                help);
    }

    private static LabException badValue(ArgSpec argument, String value, String message, String help) {
        var name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return LabException.usage(name + " cannot be '" + value + "'", why(argument, message), help);
    }

    private static String why(ArgSpec argument, String message) {
        if (argument.type().isEnum()) {
            var words = new ArrayList<String>();
            argument.completionCandidates().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
            return "it is one of " + String.join(", ", words);
        }
        if (WHOLE_NUMBERS.contains(argument.type())) {
            return "it is a whole number, and not too large a one";
        }
        return message.replaceFirst("^Invalid value for [^:]*: ", "");
    }

    private static String title(String command) {
        return command.isEmpty() ? "pgpool-lab" : command;
    }

    private static String taken(CommandSpec spec) {
        var labels =
                spec.positionalParameters().stream().map(ArgSpec::paramLabel).toList();
        return labels.isEmpty() ? "no words but options" : String.join(" ", labels);
    }

    private static List<String> names(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }
}
