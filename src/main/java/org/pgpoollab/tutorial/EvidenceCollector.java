package org.pgpoollab.tutorial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.condition.NodeWords;
import org.pgpoollab.engine.Command;
import org.pgpoollab.lesson.EvidenceAnswer;
import org.pgpoollab.lesson.EvidenceQuestion;
import org.pgpoollab.lesson.Goal;
import org.pgpoollab.lesson.LessonEvidence;
import org.pgpoollab.lesson.LoadEvidence;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.serverlog.LabLogs;
import org.pgpoollab.serverlog.LogLine;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Settings;

/** Finds out what goals need and no snapshot has: log lines, rows, settings and the figures of the load. */
final class EvidenceCollector {

    private static final Duration LONGEST_QUERY = Duration.ofSeconds(3);

    /** The character between two columns, which no value contains. */
    private static final String COLUMN_END = "\u001f";

    private final LabSession session;

    EvidenceCollector(LabSession session) {
        this.session = session;
    }

    /** Adds the answers to all that these goals ask. */
    LessonEvidence collect(LessonEvidence evidence, List<Goal> goals, ClusterState state) {
        var answers = new HashMap<EvidenceQuestion, EvidenceAnswer>();
        for (var goal : goals) {
            goal.condition()
                    .questions()
                    .forEach(question -> answers.computeIfAbsent(question, each -> answer(each, evidence, state)));
        }
        var answered = evidence.with(answers);
        return goals.stream().anyMatch(goal -> goal.condition().needsLoad()) ? withLoad(answered) : answered;
    }

    /** Adds the figures of the load since the task began. */
    LessonEvidence withLoad(LessonEvidence evidence) {
        return evidence.with(figures(evidence.begun()));
    }

    private LoadEvidence figures(Instant begun) {
        try {
            var report = session.load().report(begun, Instant.MAX);
            var audit = report.verdict();
            return new LoadEvidence(
                    longest(report.disturbances().stream()
                            .flatMap(each -> each.writeOutage().stream())
                            .toList()),
                    longest(report.disturbances().stream()
                            .flatMap((Disturbance each) -> each.readOutage().stream())
                            .toList()),
                    failed(report.writes()),
                    failed(report.reads()),
                    audit.acknowledged(),
                    audit.lost(),
                    audit.isKnown(),
                    audit.doubt());
        } catch (LabException none) {
            return LoadEvidence.unknown(none.problems().get(0).what());
        }
    }

    private static long failed(StatementOutcomes outcomes) {
        return outcomes.failed() + outcomes.indeterminate();
    }

    private static Duration longest(List<Duration> outages) {
        return outages.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private EvidenceAnswer answer(EvidenceQuestion question, LessonEvidence evidence, ClusterState state) {
        try {
            if (question instanceof EvidenceQuestion.Logged logged) {
                return logged(NodeWords.resolve(List.of(logged.node()), state), logged.words(), evidence.begun());
            }
            if (question instanceof EvidenceQuestion.Row row) {
                return query(NodeWords.resolve(row.node(), state), row.sql());
            }
            return inForce((EvidenceQuestion.SettingInForce) question, state);
        } catch (LabException unknown) {
            return EvidenceAnswer.unknown(unknown.problems().get(0).what());
        }
    }

    private EvidenceAnswer inForce(EvidenceQuestion.SettingInForce setting, ClusterState state) {
        var ofPgpool = setting.file().equals(Settings.PGPOOL);
        var all = ofPgpool ? session.lab().pgpoolNodes() : session.lab().postgresNodes();
        var nodes =
                setting.node().equals(EvidenceQuestion.ALL) ? all : NodeWords.resolve(List.of(setting.node()), state);
        return onAll(nodes, (ofPgpool ? "PGPOOL SHOW " : "SHOW ") + setting.name());
    }

    private EvidenceAnswer logged(List<Node> nodes, String words, Instant since) {
        try (var lines = new LabLogs(session.directory()).lines(nodes, since)) {
            return EvidenceAnswer.of(lines.map(LogLine::text)
                    .filter(text -> text.contains(words))
                    .findFirst()
                    .orElse(""));
        }
    }

    private EvidenceAnswer onAll(List<Node> nodes, String sql) {
        var values = new LinkedHashSet<String>();
        var silent = new ArrayList<String>();
        for (var node : nodes) {
            var answer = query(node, sql);
            (answer.isKnown() ? values : silent).add(answer.text());
        }
        return values.isEmpty()
                ? EvidenceAnswer.unknown(String.join("; ", silent))
                : EvidenceAnswer.of(String.join(", ", values));
    }

    /** Returns the first value of the first row. A PostgreSQL node runs the query in a read-only transaction with a time limit. */
    private EvidenceAnswer query(Node node, String sql) {
        var ended = session.shell().run(readOnly(node, session.psql(Optional.of(node), arguments(sql))));
        if (ended.status() != 0) {
            return EvidenceAnswer.unknown(node + " does not answer the query: "
                    + ended.errors().strip().lines().findFirst().orElse(""));
        }
        var row = ended.output().lines().findFirst().orElse("");
        return EvidenceAnswer.of(row.split(COLUMN_END, -1)[0].strip());
    }

    private static List<String> arguments(String sql) {
        return List.of("-X", "-q", "-A", "-t", "-F", COLUMN_END, "-c", sql);
    }

    private static Command readOnly(Node node, Command psql) {
        var limited = psql.within(LONGEST_QUERY);
        return node.isPostgres()
                ? limited.with("PGOPTIONS", "-c default_transaction_read_only=on -c statement_timeout=2000")
                : limited;
    }
}
