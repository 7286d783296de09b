package org.pgpoollab.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.PostgresFacts;

/**
 * Whose turn it is. What is dear to ask is asked less often; but at once when something cheap has changed that concerns it.
 * For one thread.
 */
final class ProbeScheduler {

    /** Many pgpools that all connect to all of their backends at the same moment keep a machine from everything else. */
    private static final Duration AFTER_EACH_OTHER = Duration.ofMillis(250);

    private final List<ProbeSchedule<?>> addresses = new ArrayList<>();
    private final List<ProbeSchedule<?>> sessions = new ArrayList<>();
    private final List<ProbeSchedule<?>> watchdogs = new ArrayList<>();
    private final List<ProbeSchedule<?>> details = new ArrayList<>();
    private final List<ProbeSchedule<?>> clients = new ArrayList<>();
    private final List<ProbeSchedule<?>> files = new ArrayList<>();
    private final ProbeSchedule<?> faults;

    /** Whoever logs in has pgpool log in to every backend: the more there are, the less often it is done. */
    private static final Duration CLIENT = Duration.ofSeconds(10);

    private static final Duration CLIENT_FOR_EACH_BACKEND = Duration.ofSeconds(3);

    /** The VIP leads to one pgpool; what the others do with a client matters when they lead. */
    private static final int SELDOM = 6;

    /** A client that came in the middle of a failover would only add to what there is to do. */
    private static final Duration AFTER_A_CHANGE = Duration.ofSeconds(3);

    /** @param wished which is slowed down where the lab is large */
    ProbeScheduler(LabProbeResults facts, PollIntervals wished) {
        var postgres = facts.postgres();
        var intervals = wished.forLab(postgres.size(), facts.pools().size());
        var isLarge = intervals.details().compareTo(wished.details()) > 0;
        faults = schedule(facts.faults(), wish -> wish, intervals.steady(), intervals);
        for (var node : postgres) {
            sessions.add(schedule(node.sql(), answer -> essence(answer.facts()), intervals.steady(), intervals));
        }
        for (var node : facts.pools()) {
            var wait = AFTER_EACH_OTHER.multipliedBy(isLarge ? details.size() : 0);
            sessions.add(schedule(node.sql(), answer -> essence(answer.backends()), intervals.steady(), intervals)
                    .beginningAt(wait));
            addresses.add(schedule(node.vip(), here -> here, intervals.steady(), intervals));
            watchdogs.add(schedule(node.watchdog(), said -> said, intervals.watchdog(), intervals));
            details.add(schedule(node.details(), found -> found, intervals.details(), intervals)
                    .beginningAt(wait)
                    .notSoonerThan(isLarge ? intervals.details().dividedBy(2) : Duration.ZERO));
        }
        facts.postgres()
                .forEach(node -> files.add(schedule(node.files(), found -> found, intervals.details(), intervals)));
        clients(facts, intervals);
    }

    private void clients(LabProbeResults facts, PollIntervals intervals) {
        var forAll = CLIENT_FOR_EACH_BACKEND.multipliedBy(facts.postgres().size());
        var period = forAll.compareTo(CLIENT) > 0 ? forAll : CLIENT;
        clients.add(schedule(facts.client(), met -> met, period, intervals));
        facts.postgres().forEach(node -> clients.add(schedule(node.roles(), troubles -> troubles, period, intervals)));
        facts.pools()
                .forEach(node ->
                        clients.add(schedule(node.client(), met -> met, period.multipliedBy(SELDOM), intervals)));
    }

    private static <T> ProbeSchedule<T> schedule(
            ProbeResult<T> fact, Function<T, Object> essence, Duration period, PollIntervals intervals) {
        return new ProbeSchedule<>(fact, essence, period, intervals.patience());
    }

    private static Object essence(PostgresFacts facts) {
        var standbys = facts.standbys().stream()
                .map(standby -> standby.name() + " " + standby.state())
                .toList();
        return List.of(
                facts.inRecovery(),
                facts.timeline(),
                facts.startedAt(),
                facts.receiver(),
                standbys,
                facts.server().commits().standbyNames(),
                facts.server().readOnly());
    }

    private static Object essence(List<BackendView> backends) {
        return backends.stream().map(view -> view.isUp() + " " + view.role()).toList();
    }

    Stream<ProbeSchedule<?>> all() {
        return Stream.of(List.of(faults), sessions, addresses, watchdogs, details, files, clients)
                .flatMap(List::stream);
    }

    /** Has those asked soon whom a change concerns. */
    void spread(ProbeSchedule<?> changed, ClockReading now) {
        if (sessions.contains(changed)) {
            details.forEach(schedule -> schedule.hurry(now));
            files.forEach(schedule -> schedule.hurry(now));
            clients.forEach(schedule -> schedule.hurry(now, AFTER_A_CHANGE));
        }
        if (sessions.contains(changed) || addresses.contains(changed)) {
            watchdogs.forEach(schedule -> schedule.hurry(now));
        }
    }

    /** When the first of them wants to be looked at. */
    Duration wakeAt() {
        return all().map(ProbeSchedule::wakesAt).min(Duration::compareTo).orElseThrow();
    }
}
