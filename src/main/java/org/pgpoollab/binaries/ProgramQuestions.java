package org.pgpoollab.binaries;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.binaries.SettingCheck.Refusal;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.ConfigQuoting;
import org.pgpoollab.topology.Settings;
import org.pgpoollab.version.LabProgram;

/**
 * Asks the lab's programs what they say to settings. No server is started: postgres prints one setting and ends, pgpool is to stop one
 * whose pid file cannot exist, and repmgr reads a configuration without a server. An answer that is not about a setting refuses none.
 */
public final class ProgramQuestions {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** A path that no file can have. */
    private static final String NOWHERE = "/dev/null/nowhere";

    private static final Pattern FATAL = Pattern.compile("(?m)FATAL: +(.*)$(?:\\R.*HINT: +(.*)$)?");
    private static final Pattern UNKNOWN = Pattern.compile("(?i)unrecognized configuration parameter \"([^\"]+)\"");
    private static final Pattern UNKNOWN_TO_REPMGR =
            Pattern.compile("(?m)^ *([A-Za-z_0-9]+)='.*unknown name/value pair");
    private static final Pattern INVALID_TO_REPMGR = Pattern.compile("(?m)^ *\"([A-Za-z_0-9]+)\": (.*)$");

    private final Shell shell;
    private final Binaries binaries;

    public ProgramQuestions(Shell shell, Binaries binaries) {
        this.shell = shell;
        this.binaries = binaries;
    }

    /** Returns the settings, all of one program, that it refuses or does not know. */
    List<Refusal> refusals(List<Settings.Override> settings) {
        if (ask(settings).stream().noneMatch(answer -> isAbout(answer, settings))) {
            return List.of();
        }
        var refusals = new ArrayList<Refusal>();
        var asked = new HashMap<String, Optional<String>>();
        for (var setting : settings) {
            var pair = setting.name() + "=" + setting.value();
            asked.computeIfAbsent(
                            pair,
                            each -> ask(List.of(setting)).stream()
                                    .filter(answer -> isAbout(answer, List.of(setting)))
                                    .map(Answer::reason)
                                    .findFirst())
                    .ifPresent(reason -> refusals.add(new Refusal(setting, reason)));
        }
        return refusals;
    }

    /** @param reason empty if the name is unknown */
    private record Answer(String text, String reason) {}

    private static boolean isAbout(Answer answer, List<Settings.Override> settings) {
        return settings.stream().anyMatch(setting -> answer.text().equalsIgnoreCase(setting.name()));
    }

    private List<Answer> ask(List<Settings.Override> settings) {
        try {
            return switch (LabProgram.ofWord(settings.get(0).file()).orElseThrow()) {
                case POSTGRESQL -> inQuotes(run(postgres(settings), ""));
                case PGPOOL -> inQuotes(run(pgpool(), pgpoolText(settings)));
                case REPMGR -> ofRepmgr(run(repmgr(), repmgrText(settings)));
            };
        } catch (LabException unanswered) {
            return List.of();
        }
    }

    private String run(List<String> words, String input) {
        var command = new Command(words, binaries.environment(), input, DEADLINE).with("LC_ALL", "C");
        var ended = shell.run(command);
        return ended.output() + ended.errors();
    }

    private List<String> postgres(List<Settings.Override> settings) {
        return outside(Stream.concat(
                        Stream.of(
                                binaries.postgres("postgres").toString(),
                                "-C",
                                "port",
                                "-D",
                                "/dev",
                                "-c",
                                "config_file=/dev/null"),
                        settings.stream().flatMap(each -> Stream.of("-c", each.name() + "=" + each.value())))
                .toList());
    }

    private List<String> pgpool() {
        return outside(List.of(binaries.pgpool().toString(), "-f", "/dev/stdin", "-m", "fast", "stop"));
    }

    private List<String> outside(List<String> words) {
        return binaries.root().words(words);
    }

    private static String pgpoolText(List<Settings.Override> settings) {
        return "log_min_messages = info\npid_file_name = '" + NOWHERE + "'\n" + lines(settings, " = ")
                + "pid_file_name = '" + NOWHERE + "'\n";
    }

    /** repmgr refuses to run as root, so it gets a user namespace in which nobody is. */
    private List<String> repmgr() {
        return Stream.concat(
                        Stream.of(binaries.unshare().toString(), "--user"),
                        outside(List.of(binaries.repmgr().toString(), "-f", "/dev/stdin", "cluster", "show")).stream())
                .toList();
    }

    private static String repmgrText(List<Settings.Override> settings) {
        return "node_id=1\nnode_name='a'\nconninfo='host=" + NOWHERE + "'\ndata_directory='/dev'\n"
                + lines(settings, "=");
    }

    private static String lines(List<Settings.Override> settings, String equals) {
        var lines = new StringBuilder();
        settings.forEach(each -> lines.append(each.name())
                .append(equals)
                .append(ConfigQuoting.value(each.value()))
                .append('\n'));
        return lines.toString();
    }

    /** Returns the answers of postgres and pgpool, which name a setting in double quotes. */
    private static List<Answer> inQuotes(String output) {
        var answers = new ArrayList<Answer>();
        UNKNOWN.matcher(output).results().forEach(found -> answers.add(new Answer(found.group(1), "")));
        FATAL.matcher(output)
                .results()
                .filter(found -> !UNKNOWN.matcher(found.group(1)).find())
                .forEach(found -> {
                    var reason = found.group(1) + (found.group(2) == null ? "" : "; " + found.group(2));
                    Pattern.compile("\"([^\"]+)\"")
                            .matcher(found.group(1))
                            .results()
                            .forEach(name -> answers.add(new Answer(name.group(1), reason)));
                });
        return answers;
    }

    private static List<Answer> ofRepmgr(String output) {
        return Stream.concat(
                        UNKNOWN_TO_REPMGR.matcher(output).results().map(found -> new Answer(found.group(1), "")),
                        INVALID_TO_REPMGR
                                .matcher(output)
                                .results()
                                .map(found -> new Answer(found.group(1), found.group(2))))
                .toList();
    }
}
