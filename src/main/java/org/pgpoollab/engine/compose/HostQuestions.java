package org.pgpoollab.engine.compose;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Node;

/** Asks hosts about themselves: about their addresses, connections, mounts and processes. */
record HostQuestions(HostFacts facts, HostPresence presence, ContainerNames names, Shell shell) {

    /** Asks a host about itself; without the gate by {@code docker exec}, which is slow. Empty if it is off or silent. */
    Optional<String> answer(Node node, String question) {
        var answer = facts.ask(node.name(), question);
        return switch (answer.outcome()) {
            case ANSWERED -> Optional.of(answer.text());
            case OFF, SILENT -> Optional.empty();
            case NO_GATE -> presence.isOn(node.name()) ? slowAnswer(node, question) : Optional.empty();
        };
    }

    private Optional<String> slowAnswer(Node node, String question) {
        var words = List.of("exec", "-i", names.container(node.name()), "bash", "/run/scripts/facts.sh");
        var ended = shell.run(Docker.command(words).reading(question + "\n").within(Duration.ofSeconds(5)));
        return ended.succeeded() ? Optional.of(ended.output().strip()) : Optional.empty();
    }

    /** Returns an answer that is a number; empty if there is none. */
    Optional<Long> number(Node node, String question) {
        return answer(node, question)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
