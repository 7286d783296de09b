package org.pgpoollab.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;

/** Tests that a challenge survives the program, and that its file does not give it away. */
class ChallengeFileTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final ChallengeState STATE =
            ChallengeState.of(ChallengeDraw.of(Given.healthy().state(), 1, 7, Set.of()), 7, true, NOW);

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsRead() {
        var state = STATE.made(NOW)
                .with(Attempt.NONE
                        .noticed(NOW.plusSeconds(3))
                        .answeredWrong()
                        .hinted()
                        .named("lag pg-2", true, NOW.plusSeconds(9))
                        .repaired(true, NOW.plusSeconds(12)));

        file().write(state);

        assertEquals(Optional.of(state), file().read());
    }

    @Test
    void theFileShowsNeitherTheSituationNorItsNodes() throws IOException {
        file().write(STATE);

        var text = Files.readString(file().path());
        assertFalse(text.contains(STATE.situation().name()) || text.contains("pg-"), text);
    }

    @Test
    void aDamagedFileIsNoChallenge() throws IOException {
        Files.writeString(file().path(), "lag pg-2");

        assertEquals(Optional.empty(), file().read());
    }

    @Test
    void onlyTheFirstNoticeCounts() {
        assertEquals(NOW, Attempt.NONE.noticed(NOW).noticed(NOW.plusSeconds(5)).noticed());
    }

    @Test
    void aRepairThatDidNotLastDoesNotCount() {
        var later = NOW.plusSeconds(60);

        assertEquals(
                later,
                Attempt.NONE
                        .repaired(true, NOW)
                        .repaired(false, NOW)
                        .repaired(true, later)
                        .repaired());
    }

    @Test
    void aWrongAnswerAndAHintCostPoints() {
        var solved = result(STATE.with(Attempt.NONE.answeredWrong().hinted()), ChallengeResult.Outcome.SOLVED);

        assertEquals(60, solved.points());
        assertEquals(0, result(STATE, ChallengeResult.Outcome.GIVEN_UP).points());
    }

    @Test
    void resultsAreKeptInTheOrderOfTime() throws IOException {
        var progress = new ChallengeProgressFile(directory.resolve("challenges.jsonl"));
        var first = result(STATE.with(Attempt.NONE.noticed(NOW.plusSeconds(4))), ChallengeResult.Outcome.STOPPED);
        var second = result(STATE, ChallengeResult.Outcome.SOLVED);

        progress.append(first);
        Files.writeString(progress.path(), Files.readString(progress.path()) + "{torn\n");
        progress.append(second);

        assertEquals(List.of(first, second), progress.read());
        assertEquals(Duration.ofSeconds(4), first.noticed());
        assertEquals(ChallengeResult.NEVER, second.noticed());
    }

    private static ChallengeResult result(ChallengeState state, ChallengeResult.Outcome outcome) {
        var lab = Given.healthy().state().lab();
        return ChallengeResult.of(state, state.causes(lab), "default", outcome, "nothing failed");
    }

    private ChallengeFile file() {
        return new ChallengeFile(directory.resolve(".challenge"));
    }
}
