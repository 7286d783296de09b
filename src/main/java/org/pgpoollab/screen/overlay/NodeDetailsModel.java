package org.pgpoollab.screen.overlay;

import java.util.List;
import java.util.regex.Pattern;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.Finding;
import org.pgpoollab.topology.Node;

/**
 * Everything known about one node, for the details overlay.
 *
 * @param title the node's state in a few words
 * @param findings the findings of the whole lab that mention the node
 * @param differences the lines made by {@link TextDiff}; empty if the configuration is as generated
 * @param logLines the last lines of its logs, newest last
 */
public record NodeDetailsModel(
        Node node,
        String title,
        List<DetailFact> facts,
        List<Finding> findings,
        List<ManualCommands.Look> commands,
        List<String> differences,
        List<String> logLines) {

    public NodeDetailsModel {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        commands = List.copyOf(commands);
        differences = List.copyOf(differences);
        logLines = List.copyOf(logLines);
    }

    public static NodeDetailsModel of(ClusterState state, Node node, List<String> logLines, List<String> differences) {
        var facts =
                node.isPostgres() ? new PostgresDetails(state, node).facts() : new PgpoolDetails(state, node).facts();
        return new NodeDetailsModel(
                node,
                StateText.of(state, node),
                facts,
                about(state, node),
                new ManualCommands(state, node).all(),
                differences,
                logLines);
    }

    private static List<Finding> about(ClusterState state, Node node) {
        var name = Pattern.compile("(?<![\\w-])" + Pattern.quote(node.name()) + "(?![\\w-])");
        return Diagnosis.of(state).findings().stream()
                .filter(finding -> name.matcher(finding.problem().what() + "\n"
                                + finding.problem().why())
                        .find())
                .toList();
    }
}
