package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.cluster.ArchiverFacts;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.topology.Node;

/** Reports a node whose archive_command keeps failing: its WAL piles up and fills its disk. */
final class ArchivingFails implements Check {

    @Override
    public List<Finding> findings(ClusterState state) {
        return state.postgres().stream()
                .flatMap(seen -> seen.says().value().map(facts -> facts.server().archiver()).stream()
                        .filter(ArchiverFacts::isFailing)
                        .flatMap(archiver -> finding(state, seen.node(), archiver)))
                .toList();
    }

    private static Stream<Finding> finding(ClusterState state, Node node, ArchiverFacts archiver) {
        var since = archiver.sinceFailure(state.at())
                .map(span -> ", the last time " + TimeSpan.text(span) + " ago")
                .orElse("");
        return Stream.of(Finding.warning(
                        "archiving fails on " + node + ": WAL piles up until its disk is full",
                        "archive_command has failed " + archiver.failures() + " times" + since + ", for "
                                + archiver.failedFile(),
                        Remedy.then(
                                Remedy.sql(node, "alter system set archive_command = '/bin/true'"),
                                Remedy.sql(node, "select pg_reload_conf()")))
                .about(node));
    }
}
