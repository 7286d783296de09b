package org.pgpoollab.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ConnectionFailure;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Shell;

/**
 * Asks one pgpool through the pcp tools, which answer even while pgpool's sessions hang because there is no primary. It parses the output
 * of {@code pcp_watchdog_info -v}, by its labels, and of {@code pcp_node_info -a}, which Pgpool-II has since 4.3.
 */
final class PcpProbe {

    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z ]+?) *: ?(.*)$");

    private final PcpTools tools;
    private final Function<Command, Shell.Ended> runner;

    /** @param runner runs a client program, as {@link org.pgpoollab.engine.ClientHost} does */
    PcpProbe(PcpTools tools, Function<Command, Shell.Ended> runner) {
        this.tools = tools;
        this.runner = runner;
    }

    /** @throws ProbeException if pgpool does not answer, or the answer cannot be parsed */
    WatchdogFacts watchdog(Endpoint pcp, Duration timeLimit) {
        return parseWatchdog(ask("pcp_watchdog_info", List.of("-v"), pcp, timeLimit));
    }

    /**
     * Asks for all backends. A failover ends pgpool's pcp workers; if one is just answering, the tool prints a part of the rows and no
     * error.
     *
     * @param count the expected number of backends
     * @throws ProbeException if pgpool does not answer, or the answer is incomplete or cannot be parsed
     */
    List<BackendView> backends(Endpoint pcp, int count, Duration timeLimit) {
        var backends = parseBackends(ask("pcp_node_info", List.of("-a"), pcp, timeLimit));
        if (backends.size() < count) {
            throw new ProbeException("pcp_node_info ended after " + backends.size() + " of " + count + " backends");
        }
        return backends;
    }

    /**
     * Runs a tool, and once more if it ended early without an answer: a failover ends pgpool's pcp workers, and the session of one of them
     * breaks although pgpool answers the next one.
     */
    private String ask(String tool, List<String> options, Endpoint pcp, Duration timeLimit) {
        var begun = System.nanoTime();
        var ended = runner.apply(tools.command(tool, pcp, options).within(timeLimit));
        var left = timeLimit.minusNanos(System.nanoTime() - begun);
        var mayAnswer = !ended.succeeded() && !ConnectionFailure.saysNobodyListens(ended.lastWords());
        if (mayAnswer && left.compareTo(timeLimit.dividedBy(2)) > 0) {
            ended = runner.apply(tools.command(tool, pcp, options).within(left));
        }
        if (!ended.succeeded()) {
            throw new ProbeException(ended.lastWords());
        }
        return ended.output();
    }

    static WatchdogFacts parseWatchdog(String output) {
        var quorum = "";
        var leader = "";
        var name = "";
        var state = "";
        var needed = 0;
        var members = new ArrayList<WatchdogFacts.Member>();
        var matcher = FIELD.matcher(output);
        while (matcher.find()) {
            var value = matcher.group(2).strip();
            switch (matcher.group(1)) {
                case "Quorum state" -> quorum = value;
                case "Nodes required for quorum" -> needed = count(value);
                case "Leader Host Name", "Master Host Name" -> leader = value;
                case "Host Name" -> name = value;
                case "Status Name" -> state = value;
                case "Membership Status" -> members.add(new WatchdogFacts.Member(name, state, value));
                default -> {}
            }
        }
        if (members.isEmpty()) {
            throw new ProbeException("pcp_watchdog_info named no pgpool");
        }
        return new WatchdogFacts(quorum, leader.equals("Not Set") ? "" : leader, needed, members);
    }

    private static int count(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ProbeException("pcp_watchdog_info said that a quorum needs: " + value, e);
        }
    }

    static List<BackendView> parseBackends(String output) {
        var backends = new ArrayList<BackendView>();
        for (var line : output.lines().toList()) {
            var words = line.strip().split(" +");
            if (words.length < 10) {
                throw new ProbeException("pcp_node_info said: " + line);
            }
            backends.add(new BackendView(
                    backends.size(),
                    words[0],
                    BackendStatus.parse(words[4]),
                    words[5],
                    ReplicationRole.parse(words[6]),
                    words[7],
                    words[3],
                    BackendView.UNCOUNTED,
                    false,
                    words[8],
                    words.length > 9 ? none(words[9]) : "",
                    words.length > 10 ? none(words[10]) : "",
                    words.length > 12 ? words[11] + " " + words[12] : ""));
        }
        return backends;
    }

    private static String none(String word) {
        return word.equals("none") ? "" : word;
    }
}
