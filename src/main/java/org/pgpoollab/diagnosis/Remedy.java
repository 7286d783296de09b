package org.pgpoollab.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.topology.Node;

/**
 * The commands of this program that help against a finding, as data: they can be typed as they stand, one after another. Each command
 * is named in one place, so that a renamed command is renamed in all findings.
 *
 * @param ways alternatives, the best first; each is a list of commands in the order in which they are typed
 */
public record Remedy(List<List<String>> ways) {

    private static final String THEN = ", then: ";
    private static final String OR = ", or: ";

    public Remedy {
        ways = ways.stream().map(List::copyOf).toList();
        if (ways.isEmpty() || (ways.size() > 1 && ways.contains(List.of()))) {
            throw new IllegalArgumentException("a remedy without a command");
        }
    }

    /** No command of this program helps. */
    static Remedy none() {
        return of();
    }

    /** Makes the lab, or what is missing of it. */
    static Remedy up() {
        return of("up");
    }

    /** Takes down another lab. */
    static Remedy down(String lab) {
        return of("down --lab " + lab);
    }

    static Remedy of(String... commands) {
        return new Remedy(List.of(Arrays.asList(commands)));
    }

    /** Reads back what {@link #text} has written. */
    static Remedy parse(String text) {
        return new Remedy(Arrays.stream(text.split(OR))
                .map(way -> Arrays.asList(way.split(THEN)))
                .toList());
    }

    /** The first way of each, one after another. */
    static Remedy then(Remedy... remedies) {
        return new Remedy(List.of(Arrays.stream(remedies)
                .flatMap(remedy -> remedy.commands().stream())
                .toList()));
    }

    /** This first; the other is for whom this does not suit. */
    Remedy or(Remedy other) {
        var all = new ArrayList<>(ways);
        all.addAll(other.ways);
        return new Remedy(all);
    }

    /** Each way, begun with these commands. */
    Remedy after(List<String> commands) {
        return new Remedy(ways.stream()
                .map(way -> Stream.concat(commands.stream(), way.stream()).toList())
                .toList());
    }

    /** What to type, in this order. */
    public List<String> commands() {
        return ways.get(0);
    }

    /** {@code start pg-2, then: attach pg-2, or: reclone pg-2}. */
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
        return of("start " + nodes.stream().map(Node::name).collect(Collectors.joining(" ")));
    }

    static Remedy kill(Node node) {
        return of("kill " + node);
    }

    static Remedy restart(Node node) {
        return of("restart " + node);
    }

    static Remedy restart(List<Node> nodes) {
        return of("restart " + nodes.stream().map(Node::name).collect(Collectors.joining(" ")));
    }

    /** Of one that would not end by itself. */
    static Remedy restartAtOnce(Node node) {
        return of("restart " + node + " --mode immediate");
    }

    static Remedy attach(Node node) {
        return of("attach " + node);
    }

    static Remedy detach(Node node) {
        return of("detach " + node);
    }

    /** Goes on with what a signal has stopped. */
    static Remedy resume(Node node) {
        return of("resume " + node);
    }

    /** Undoes what was broken on purpose. */
    static Remedy heal(Node node) {
        return of("heal " + node);
    }

    /** Has all repmgrds promote again. */
    static Remedy unpause(Node node) {
        return repmgr(node, "service unpause");
    }

    static Remedy repmgr(Node node, String words) {
        return of("exec " + node + " -- repmgr -f /run/lab/repmgr.conf " + words);
    }

    static Remedy sql(Node node, String statement) {
        return of("psql --on " + node + " \"" + statement + "\"");
    }

    /** For what keeps the lab's own user from logging in. */
    static Remedy sqlAsPostgres(Node node, String statement) {
        return of("exec " + node + " -- psql -U postgres -c \"" + statement + "\"");
    }

    static Remedy logs(Node node) {
        return of("logs " + node);
    }

    static Remedy waitFor(String condition) {
        return of("wait " + condition + " for 30s");
    }

    /** Starts a standby that does not run, and puts it back into service. */
    static Remedy bringBack(Node node) {
        return then(start(node), waitFor(node + " is streaming"), attach(node));
    }

    /** Makes a standby again of a node that has left the primary's line. */
    static Remedy rejoin(Node node) {
        return of("rejoin " + node);
    }

    static Remedy reclone(Node node) {
        return of("reclone " + node);
    }

    static Remedy follow(Node node) {
        return of("follow " + node);
    }

    /** Looks at everything, and proposes the steps. */
    static Remedy reconfigure() {
        return of("reconfigure");
    }

    /** Looks at everything, and goes by this node as the primary. */
    static Remedy keep(Node primary) {
        return of("reconfigure --primary " + primary);
    }

    /** The remedies of several nodes, one node after another. */
    static Remedy each(Stream<Remedy> remedies) {
        return then(remedies.toArray(Remedy[]::new));
    }
}
