package org.pgpoollab.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.PostgresFacts;

/**
 * Decides which probes of a lab are due. Expensive probes run less often, but at once when a related fact of a cheap probe has changed. For
 * one thread.
 */
final class ProbeScheduler {

    /**
     * The delay between the first probes of two pgpools in a large lab. Many pgpools that connect to all their backends at the same moment
     * would occupy the whole machine.
     */
    private static final Duration AFTER_EACH_OTHER = Duration.ofMillis(250);

    private final List<ProbeSchedule<?>> addresses = new ArrayList<>();
    private final List<ProbeSchedule<?>> sessions = new ArrayList<>();
    private final List<ProbeSchedule<?>> watchdogs = new ArrayList<>();
    private final List<ProbeSchedule<?>> details = new ArrayList<>();
    private final List<ProbeSchedule<?>> clients = new ArrayList<>();
    private final List<ProbeSchedule<?>> files = new ArrayList<>();
    private final ProbeSchedule<?> faults;

    /** The shortest period of the client probes. Each login makes pgpool log in to every backend, so the period grows with their number. */
    private static final Duration CLIENT = Duration.ofSeconds(10);

    private static final Duration CLIENT_FOR_EACH_BACKEND = Duration.ofSeconds(3);

    /** A pgpool without the VIP is probed as a client this many times less often; its clients matter only when it gets the VIP. */
    private static final int SELDOM = 6;

    /** Whether the lab was starting when it was last looked at. */
    private boolean wasStarting;

    /** How long after a change the client probes run. During a failover they would only add load. */
    private static final Duration AFTER_A_CHANGE = Duration.ofSeconds(3);

    /** @param wished the intervals, which are lengthened for a large lab */
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
        return new ProbeSchedule<>(fact, essence, period, intervals.timeLimit());
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

    /**
     * Holds the client probes back while an {@code up} starts the lab, since nobody is served yet, and has clients asked at once when it has
     * ended. What was known of them before is forgotten: an old refusal is no problem of the lab that was started since.
     */
    void starting(boolean isStarting, ClockReading now) {
        if (wasStarting && !isStarting) {
            clients.forEach(schedule -> schedule.renew(now));
        }
        wasStarting = isStarting;
    }

    /** Returns the schedules that may begin a probe, or wait for its end. */
    private Stream<ProbeSchedule<?>> active() {
        return all().filter(schedule -> !wasStarting || !schedule.isIdle() || !clients.contains(schedule));
    }

    Stream<ProbeSchedule<?>> due(ClockReading now) {
        return active().filter(schedule -> schedule.isDue(now));
    }

    /** Makes the probes due soon that a change of this result concerns. */
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

    /** Returns the earliest time at which a schedule has to be checked. */
    Duration wakeAt() {
        return active().map(ProbeSchedule::wakesAt).min(Duration::compareTo).orElseThrow();
    }
}
