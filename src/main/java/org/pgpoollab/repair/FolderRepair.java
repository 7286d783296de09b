package org.pgpoollab.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgpoollab.LabException;

/**
 * What makes a lab of Bitnami's images whole: which node is the true primary, and which nodes are started anew with its name. The images
 * make a node that starts a standby of the primary that they are told.
 *
 * @param restarts in the order of their nodes
 */
public record FolderRepair(String primary, List<Restart> restarts) {

    public FolderRepair {
        restarts = List.copyOf(restarts);
    }

    /** @param why the reason, in words */
    public record Restart(String node, String why) {}

    /** What a node says of itself. */
    public enum Role {
        PRIMARY,
        STANDBY,
        SILENT,
        OFF
    }

    /**
     * A PostgreSQL node as it was seen.
     *
     * @param upstream the host from which a standby streams; empty if from none
     */
    public record FolderNode(String name, Role role, String upstream) {}

    /**
     * Returns the repair.
     *
     * @param chosen the node that is to be the primary; empty if nobody chose one
     * @throws LabException if no node is primary, or several are and nobody chose one: the writes of all others would be lost
     */
    public static FolderRepair of(List<FolderNode> nodes, String chosen) {
        var primary = primary(nodes, chosen);
        return new FolderRepair(
                primary,
                nodes.stream()
                        .filter(node -> !node.name().equals(primary))
                        .flatMap(node -> why(node, primary).map(why -> new Restart(node.name(), why)).stream())
                        .toList());
    }

    private static String primary(List<FolderNode> nodes, String chosen) {
        var primaries = nodes.stream()
                .filter(node -> node.role() == Role.PRIMARY)
                .map(FolderNode::name)
                .toList();
        if (!chosen.isEmpty()) {
            return primaries.stream()
                    .filter(chosen::equals)
                    .findFirst()
                    .orElseThrow(() -> LabException.failed(
                            chosen + " is no primary",
                            primaries.isEmpty() ? "no node is" : "the primaries are " + String.join(", ", primaries),
                            ""));
        }
        if (primaries.isEmpty()) {
            throw LabException.failed(
                    "no node is primary",
                    nodes.stream()
                            .map(node -> node.name() + ": " + seen(node.role()))
                            .collect(Collectors.joining(", ")),
                    "start the node that was the primary last: docker compose up -d NODE");
        }
        if (primaries.size() > 1) {
            throw LabException.failed(
                    String.join(" and ", primaries) + " each say that they are primary",
                    "the one that becomes a standby loses what only it has",
                    "choose: add --primary " + primaries.get(0));
        }
        return primaries.get(0);
    }

    private static Optional<String> why(FolderNode node, String primary) {
        return switch (node.role()) {
            case PRIMARY -> Optional.of("it says that it is primary too; what only it has is lost");
            case SILENT, OFF -> Optional.of(seen(node.role()));
            case STANDBY ->
                node.upstream().equals(primary)
                        ? Optional.empty()
                        : Optional.of("it streams from " + (node.upstream().isEmpty() ? "no node" : node.upstream()));
        };
    }

    private static String seen(Role role) {
        return switch (role) {
            case PRIMARY -> "it is primary";
            case STANDBY -> "it is a standby";
            case SILENT -> "it does not answer";
            case OFF -> "its container does not run";
        };
    }
}
