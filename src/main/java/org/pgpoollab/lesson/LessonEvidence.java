package org.pgpoollab.lesson;

import java.time.Instant;
import java.util.Map;
import org.pgpoollab.cluster.ClusterState;

/**
 * What was seen of the lab since a task began and is in no single snapshot.
 *
 * @param begun when the task began, after its preparation
 * @param mostVipHolders the most pgpools that were seen to hold the virtual address at the same time
 * @param answers what was found out beyond snapshots; the newest answer counts
 */
public record LessonEvidence(
        Instant begun,
        int mostVipHolders,
        ReadCounts reads,
        LoadEvidence load,
        Map<EvidenceQuestion, EvidenceAnswer> answers) {

    public LessonEvidence {
        answers = Map.copyOf(answers);
    }

    /** Returns what is known when a task begins. */
    public static LessonEvidence since(Instant begun) {
        return new LessonEvidence(begun, 0, ReadCounts.NONE, LoadEvidence.unknown("there was no load"), Map.of());
    }

    /** Adds what a snapshot shows. */
    public LessonEvidence plus(ClusterState state) {
        return new LessonEvidence(
                begun, Math.max(mostVipHolders, state.vipHolders().size()), reads.plus(state), load, answers);
    }

    public LessonEvidence with(LoadEvidence figures) {
        return new LessonEvidence(begun, mostVipHolders, reads, figures, answers);
    }

    public LessonEvidence with(Map<EvidenceQuestion, EvidenceAnswer> found) {
        return new LessonEvidence(begun, mostVipHolders, reads, load, found);
    }

    LessonEvidence keeping(LessonEvidence earlier) {
        return new LessonEvidence(
                begun, Math.max(mostVipHolders, earlier.mostVipHolders), reads, load, answers);
    }

    EvidenceAnswer answer(EvidenceQuestion question) {
        return answers.getOrDefault(question, EvidenceAnswer.NOT_ASKED);
    }
}
