package org.pgpoollab.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.output.Format;
import org.pgpoollab.topology.EngineKind;
import picocli.CommandLine.Option;

/** The options of the program itself, which every command accepts too. picocli fills them; callers use the methods. */
public final class ProgramOptions {

    @Option(
            names = "--lab",
            paramLabel = "NAME",
            converter = NotEmpty.class,
            completionCandidates = LabNames.class,
            description = "The lab (default: the name in ./lab.yaml, else 'default').",
            order = 90)
    private String lab = "";

    @Option(
            names = "--file",
            paramLabel = "LAB.YAML",
            converter = NotEmpty.class,
            description = "The lab file (default ./lab.yaml).",
            order = 91)
    private String file = "";

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "The engine of a new lab: native or compose (default: native where it can run).",
            order = 92)
    private EngineKind engine;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "The output format, also of problems: text (default) or json.",
            order = 93)
    private Format output = Format.TEXT;

    @Option(names = "--yes", description = "Answers every question with yes.", order = 94)
    private boolean yes;

    @Option(names = "--dry-run", description = "Shows what would be done; changes nothing.", order = 95)
    private boolean dryRun;

    @Option(names = "--read-only", description = "Refuses every command that changes something.", order = 96)
    private boolean readOnly;

    @Option(names = "--offline", description = "Fetches nothing; what is missing is named instead.", order = 96)
    private boolean offline;

    @Option(names = "--plain", description = "Uses neither the full screen nor colours.", order = 97)
    private boolean plain;

    @Option(
            names = "-c",
            paramLabel = "COMMANDS",
            description = "Runs these commands, separated by ';', and ends.",
            hidden = true,
            order = 98)
    private String commands = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows help.",
            order = 99)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Shows the version.",
            hidden = true,
            order = 99)
    private boolean version;

    /** Returns a copy for the lab of this name. */
    public ProgramOptions of(String name) {
        var other = copy();
        other.lab = name;
        return other;
    }

    /** Returns a copy with {@code --yes}. */
    public ProgramOptions sayingYes() {
        var other = copy();
        other.yes = true;
        return other;
    }

    /** Returns the options as words, for another command of the same lab; those for the whole run, such as --dry-run, included. */
    public List<String> words() {
        var words = new ArrayList<String>();
        add(words, "--lab", lab);
        add(words, "--file", file);
        add(words, "--engine", engine == null ? "" : engine.word());
        add(words, "--yes", yes);
        add(words, "--dry-run", dryRun);
        add(words, "--read-only", readOnly);
        add(words, "--offline", offline);
        add(words, "--plain", plain);
        return words;
    }

    private static void add(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.add(option);
            words.add(value);
        }
    }

    private static void add(List<String> words, String option, boolean given) {
        if (given) {
            words.add(option);
        }
    }

    private ProgramOptions copy() {
        var other = new ProgramOptions();
        other.lab = lab;
        other.file = file;
        other.engine = engine;
        other.output = output;
        other.yes = yes;
        other.dryRun = dryRun;
        other.readOnly = readOnly;
        other.offline = offline;
        other.plain = plain;
        return other;
    }

    /** The name of the lab; empty if not given, as are the other texts. */
    public String lab() {
        return lab;
    }

    public String file() {
        return file;
    }

    public String commands() {
        return commands;
    }

    /** The engine; empty if not given. */
    public Optional<EngineKind> engine() {
        return Optional.ofNullable(engine);
    }

    public Format output() {
        return output;
    }

    public boolean yes() {
        return yes;
    }

    public boolean dryRun() {
        return dryRun;
    }

    public boolean readOnly() {
        return readOnly;
    }

    public boolean offline() {
        return offline;
    }

    public boolean plain() {
        return plain;
    }

    public boolean help() {
        return help;
    }

    public boolean version() {
        return version;
    }
}
