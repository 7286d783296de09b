package org.pgpoollab.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.Latency;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.ServiceGap;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.load.WriteAudit;

/** Converts the state and the report of a load to JSON. Durations are seconds, latencies milliseconds; null means unknown. */
final class LoadJson {

    private LoadJson() {}

    static Map<String, Object> of(LoadReport load) {
        return new JsonFields()
                .with("from", load.from().toString())
                .with("to", load.to().toString())
                .with("shape", shape(load.shape()))
                .with("writes", traffic(load.writes()))
                .with("reads", traffic(load.reads()))
                .with("readsFrom", load.readsFrom())
                .with("ending", load.ending())
                .with(
                        "disturbances",
                        load.disturbances().stream().map(LoadJson::disturbance).toList())
                .with("verdict", verdict(load.verdict()))
                .map();
    }

    static Map<String, Object> of(LoadStatus loadStatus, boolean isRunning) {
        return new JsonFields()
                .with("running", isRunning)
                .with("at", loadStatus.at().toString())
                .with("began", loadStatus.began().toString())
                .with("shape", shape(loadStatus.shape()))
                .with("acknowledgedLastSecond", loadStatus.acknowledged())
                .with("failedLastSecond", loadStatus.failed())
                .with("readsLastSecond", loadStatus.reads())
                .with("p50", milliseconds(loadStatus.p50()))
                .with("p95", milliseconds(loadStatus.p95()))
                .with("acknowledged", loadStatus.total())
                .with("failed", loadStatus.failures())
                .with("gap", seconds(loadStatus.gap()))
                .with("longestGap", seconds(loadStatus.longestGap()))
                .with("words", loadStatus.words())
                .map();
    }

    private static Map<String, Object> shape(LoadShape shape) {
        return new JsonFields()
                .with("clients", shape.clients())
                .with("writes", shape.writes())
                .with("reads", shape.reads())
                .map();
    }

    private static Map<String, Object> traffic(StatementOutcomes traffic) {
        return new JsonFields()
                .with("done", traffic.done())
                .with("failed", traffic.failed())
                .with("indeterminate", traffic.indeterminate())
                .with("latency", latency(traffic.latency()))
                .map();
    }

    private static Map<String, Object> latency(Latency latency) {
        return new JsonFields()
                .with("p50", milliseconds(latency.p50()))
                .with("p95", milliseconds(latency.p95()))
                .with("p99", milliseconds(latency.p99()))
                .with("longest", milliseconds(latency.longest()))
                .map();
    }

    private static Map<String, Object> disturbance(Disturbance disturbance) {
        return new JsonFields()
                .with("zero", disturbance.zero().toString())
                .with("firstError", disturbance.firstError().toString())
                .with("lastError", disturbance.lastError().toString())
                .with("writeOutage", seconds(disturbance.writeOutage()))
                .with("writesOver", disturbance.writes().isOver())
                .with("writesFrom", from(disturbance.writes()))
                .with("readOutage", seconds(disturbance.readOutage()))
                .with("readsOver", disturbance.reads().isOver())
                .with("readsFrom", from(disturbance.reads()))
                .with("untilRedundant", seconds(disturbance.untilRedundant()))
                .with("untilWhole", seconds(disturbance.untilWhole()))
                .with("errors", disturbance.errors())
                .with("milestones", milestones(disturbance.milestones()))
                .map();
    }

    private static Object from(ServiceGap gap) {
        return gap.isNone() ? null : gap.from().toString();
    }

    private static List<Map<String, Object>> milestones(List<Milestone> milestones) {
        return milestones.stream()
                .map(milestone -> new JsonFields()
                        .with("at", milestone.at().toString())
                        .with("kind", milestone.kind().name().toLowerCase(Locale.ROOT))
                        .with("nodes", milestone.nodes())
                        .with("text", milestone.text())
                        .map())
                .toList();
    }

    private static Map<String, Object> verdict(WriteAudit verdict) {
        return new JsonFields()
                .with("known", verdict.isKnown())
                .with("kept", verdict.isKept())
                .with("acknowledged", verdict.acknowledged())
                .with("lost", ifKnown(verdict, verdict.lost()))
                .with("indeterminate", verdict.indeterminate())
                .with("arrived", ifKnown(verdict, verdict.arrived()))
                .with("duplicated", ifKnown(verdict, verdict.duplicated()))
                .with("unexplained", ifKnown(verdict, verdict.unexplained()))
                .with("readFrom", verdict.readFrom())
                .with("doubt", verdict.doubt())
                .map();
    }

    private static Object ifKnown(WriteAudit verdict, long number) {
        return verdict.isKnown() ? number : null;
    }

    private static Object seconds(Optional<Duration> span) {
        return span.map(LoadJson::seconds).orElse(null);
    }

    private static Object seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    private static Object milliseconds(Duration span) {
        return Math.round(span.toNanos() / 1e4) / 100.0;
    }
}
