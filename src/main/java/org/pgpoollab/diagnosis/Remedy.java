package org.pgpoollab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.PrimarySearch;
import org.pgpoollab.topology.Node;

/**
 * The commands of this program that help against a finding, as data. Each alternative can be typed as it is printed, in one line: at the
 * prompt, in a script and after {@code -c}. Each command's name is in one place only, so that a renamed command changes in all findings.
 *
 * @param ways alternatives, the best first; each is a list of commands in the order in which to type them
 */
public record Remedy(List<List<String>> ways) {

    private static final String THEN = "; ";
    private static final String OR = ", or: ";

    /** A quoted text, in which nothing ends a command, or what ends one. */
    private static final Pattern QUOTED_OR_END = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'|" + THEN + "|" + OR);

    public Remedy {
        ways = ways.stream().map(List::copyOf).toList();
        if (ways.isEmpty() || (ways.size() > 1 && ways.contains(List.of()))) {
            throw new IllegalArgumentException("a remedy without a command");
        }
    }

    /** A remedy without commands, because none of this program helps. */
    static Remedy none() {
        return of();
    }

    /** Starts the lab, or what is missing of it. */
    static Remedy up() {
        return of("up");
    }

    /** Writes the lab's own configuration files again over those that somebody edited. */
    static Remedy rewriteFiles() {
        return of("generate --force");
    }

    static Remedy of(String... commands) {
        return new Remedy(List.of(Arrays.asList(commands)));
    }

    /** Parses what {@link #text} has written. */
    static Remedy parse(String text) {
        var ways = new ArrayList<List<String>>();
        var way = new ArrayList<String>();
        var ends = QUOTED_OR_END.matcher(text);
        var begun = 0;
        while (ends.find()) {
            if (ends.group().equals(THEN) || ends.group().equals(OR)) {
                way.add(text.substring(begun, ends.start()));
                begun = ends.end();
            }
            if (ends.group().equals(OR)) {
                ways.add(List.copyOf(way));
                way.clear();
            }
        }
        way.add(text.substring(begun));
        ways.add(way);
        return new Remedy(ways);
    }

    /** Joins the first alternative of each remedy, in this order. */
    static Remedy then(Remedy... remedies) {
        return new Remedy(List.of(Arrays.stream(remedies)
                .flatMap(remedy -> remedy.commands().stream())
                .toList()));
    }

    /** Adds alternatives to this remedy. */
    Remedy or(Remedy other) {
        var all = new ArrayList<>(ways);
        all.addAll(other.ways);
        return new Remedy(all);
    }

    /** Puts these commands before each alternative. */
    Remedy after(List<String> commands) {
        return new Remedy(ways.stream()
                .map(way -> Stream.concat(commands.stream(), way.stream()).toList())
                .toList());
    }

    /** Returns the commands of the first alternative, in the order in which to type them. */
    public List<String> commands() {
        return ways.get(0);
    }

    /** Returns the first alternative as it is typed in one line: {@code start pg-2; attach pg-2}. */
    public String line() {
        return String.join(THEN, commands());
    }

    /** Formats the remedy: {@code start pg-2; attach pg-2, or: reclone pg-2}. */
    public String text() {
        return ways.stream().map(way -> String.join(THEN, way)).collect(Collectors.joining(OR));
    }

    @Override
    public String toString() {
        return text();
    }

    static Remedy start(Node node) {
        return start(List.of(node));
    }

    static Remedy start(List<Node> nodes) {
        return on("start", nodes);
    }

    /** Returns a command that takes the names of several nodes. */
    static Remedy on(String command, List<Node> nodes) {
        return of(command + " " + Node.names(nodes));
    }

    static Remedy kill(Node node) {
        return of("kill " + node);
    }

    static Remedy restart(Node node) {
        return of("restart " + node);
    }

    static Remedy restart(List<Node> nodes) {
        return on("restart", nodes);
    }

    /** Restarts a pgpool that hangs, perhaps because it has the primary down. */
    static Remedy restartHanging(Node pgpool) {
        return restartHanging(List.of(pgpool));
    }

    static Remedy restartHanging(List<Node> pgpools) {
        return of(PrimarySearch.ending(pgpools));
    }

    /** Restarts a node that waits for its sessions to end: fast mode ends them. */
    static Remedy restartFast(Node node) {
        return of("restart " + node + " --mode fast");
    }

    /** Stops a node that waits for its sessions to end: fast mode ends them. */
    static Remedy stopFast(Node node) {
        return of("stop " + node + " --mode fast");
    }

    static Remedy attach(Node node) {
        return of("attach " + node);
    }

    static Remedy detach(Node node) {
        return of("detach " + node);
    }

    /** Resumes processes that a signal has stopped. */
    static Remedy resume(Node node) {
        return of("resume " + node);
    }

    /** Removes the faults of a node. */
    static Remedy heal(Node node) {
        return of("heal " + node);
    }

    /** Lets all repmgrds promote again. */
    static Remedy unpause(Node node) {
        return repmgr(node, "service unpause");
    }

    static Remedy repmgr(Node node, String words) {
        return of("exec " + node + " -- repmgr -f /run/lab/repmgr.conf " + words);
    }

    static Remedy sql(Node node, String statement) {
        return of("psql --on " + node + " \"" + statement + "\"");
    }

    /** Runs a statement as postgres, for problems that keep the lab's own user from logging in. */
    static Remedy sqlAsPostgres(Node node, String statement) {
        return of("exec " + node + " -- psql -U postgres -c \"" + statement + "\"");
    }

    static Remedy logs(Node node) {
        return logs(List.of(node));
    }

    static Remedy logs(List<Node> nodes) {
        return on("logs", nodes);
    }

    static Remedy waitFor(String condition) {
        return of("wait " + condition + " for 30s");
    }

    /** Starts a standby that does not run, and attaches it when it streams. */
    static Remedy bringBack(Node node) {
        return then(start(node), waitFor(node + " is streaming"), attach(node));
    }

    /** Turns a node that has left the primary's history into a standby again. */
    static Remedy rejoin(Node node) {
        return of("rejoin " + node);
    }

    static Remedy reclone(Node node) {
        return of("reclone " + node);
    }

    static Remedy follow(Node node) {
        return of("follow " + node);
    }

    /** Examines the whole lab, and proposes repairs. */
    static Remedy reconfigure() {
        return of("reconfigure");
    }

    /** Examines the whole lab, with this node as the primary, and proposes repairs. */
    static Remedy keep(Node primary) {
        return of("reconfigure --primary " + primary);
    }

    /** Joins the remedies of several nodes, one node after another. */
    static Remedy each(Stream<Remedy> remedies) {
        return then(remedies.toArray(Remedy[]::new));
    }
}
