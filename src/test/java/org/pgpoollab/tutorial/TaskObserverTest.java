package org.pgpoollab.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.command.FakeLabSession;
import org.pgpoollab.lesson.GoalParser;
import org.pgpoollab.lesson.LessonSection;
import org.pgpoollab.lesson.TaskProgress;

/** Tests when a goal that depends on clients is met: what the screen sees of the servers does not say it alone. */
class TaskObserverTest {

    private static final ClusterState SEEN = Given.healthy().state();
    private static final ClusterState SERVED = Given.healthy().clientsServed().state();
    private static final ClusterState REFUSED = Given.healthy()
            .clientsServed()
            .vipClientRefused("connection refused")
            .state();

    private final FakeLabSession session = new FakeLabSession();
    private final TaskProgress begun = TaskProgress.since(Given.NOW.minus(Duration.ofMinutes(1)));
    private TaskObserver observer;

    @BeforeEach
    void aTaskThatWantsAHealthyLab() {
        var goals = List.of(GoalParser.parse("cluster is healthy", SEEN.lab()));
        observer = new TaskObserver(
                session,
                new LessonSection(
                        "A task", 1, "", List.of(), List.of(), List.of(), goals, List.of(), List.of(), List.of()));
    }

    @Test
    void clientsThatAreRefusedLeaveTheGoalUnmet() {
        session.looks.set(0, REFUSED);

        assertFalse(observer.observe(begun, SEEN).isMet());
    }

    @Test
    void clientsAreAskedOnceUntilTheGoalIsMet() {
        session.looks.set(0, SERVED);

        var met = observer.observe(begun, SEEN);
        var later = observer.observe(met, SEEN);

        assertTrue(met.isMet());
        assertTrue(later.isMet());
        assertEquals(1, session.asked.size());
    }
}
