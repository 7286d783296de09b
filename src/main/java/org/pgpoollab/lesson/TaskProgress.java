package org.pgpoollab.lesson;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.pgpoollab.cluster.ClusterState;

/**
 * How far a task has come.
 *
 * @param evidence what was seen since the task began
 * @param seen the positions of the goals that were met at any moment
 * @param goals the goals as they were evaluated last; empty before the first snapshot
 * @param metAt when all goals were met at the same time first; {@link #NEVER} if they were not
 */
public record TaskProgress(LessonEvidence evidence, Set<Integer> seen, List<GoalStatus> goals, Instant metAt) {

    public static final Instant NEVER = Instant.EPOCH;

    public TaskProgress {
        seen = Set.copyOf(seen);
        goals = List.copyOf(goals);
    }

    public static TaskProgress since(Instant begun) {
        return new TaskProgress(LessonEvidence.since(begun), Set.of(), List.of(), NEVER);
    }

    /** Returns whether all goals have been met at one moment. A task without goals has met them. */
    public boolean isMet() {
        return !metAt.equals(NEVER);
    }

    public TaskProgress with(LessonEvidence other) {
        return new TaskProgress(other, seen, goals, metAt);
    }

    /** Adds what an earlier progress of the same task has seen for good. */
    TaskProgress keeping(TaskProgress earlier) {
        var union = new HashSet<>(seen);
        union.addAll(earlier.seen);
        return new TaskProgress(
                evidence.keeping(earlier.evidence), union, goals, earlier.isMet() ? earlier.metAt : metAt);
    }

    /** Evaluates the goals in a snapshot that the evidence includes already. */
    public TaskProgress evaluate(LessonSection task, ClusterState state) {
        var now = task.goals().stream()
                .map(goal -> goal.evaluate(state, evidence))
                .toList();
        var met = new HashSet<>(seen);
        IntStream.range(0, now.size()).filter(i -> now.get(i).isMet()).forEach(met::add);
        var status = IntStream.range(0, now.size())
                .mapToObj(i -> new GoalStatus(
                        task.goals().get(i),
                        now.get(i).isMet() || (task.goals().get(i).onceSeen() && met.contains(i)),
                        now.get(i).why()))
                .toList();
        var allMet = status.stream().allMatch(GoalStatus::isMet);
        return new TaskProgress(evidence, met, status, allMet && !isMet() ? state.at() : metAt);
    }

    /** Returns the goals that are ticked here and were not in an earlier progress of the same task. */
    public List<GoalStatus> newlyMet(TaskProgress before) {
        var old = before.goals().stream().filter(GoalStatus::isMet).map(GoalStatus::goal).toList();
        return goals.stream().filter(GoalStatus::isMet).filter(status -> !old.contains(status.goal())).toList();
    }
}
