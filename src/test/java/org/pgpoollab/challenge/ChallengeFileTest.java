package org.pgpoollab.challenge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.LabException;
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
    void theFileShowsNeitherTheSituationNorItsNodesNorDoesWhatIsEncodedInIt() throws IOException {
        file().write(STATE);

        var text = Files.readString(file().path());
        var decoded = new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1);
        for (var seen : List.of(text, decoded)) {
            assertFalse(seen.contains(STATE.situation().name()) || seen.contains("pg-"), seen);
        }
    }

    @Test
    void noToolInflatesTheFile() throws IOException {
        file().write(STATE);

        var inflater = new Inflater();
        inflater.setInput(Base64.getMimeDecoder().decode(Files.readString(file().path())));
        var told = assertDoesNotThrow(() -> inflater.inflate(new byte[1000]));
        inflater.end();
        assertEquals(0, told);
    }

    /** Also one that an earlier version wrote, as plain base64. */
    @ParameterizedTest
    @ValueSource(strings = {"", "lag pg-2", "eyJzaXR1YXRpb24iOiJsYWcifQ==", "\u00ff"})
    void aFileThatCannotBeReadIsNotTakenForNone(String text) throws IOException {
        Files.writeString(file().path(), text);

        var problem = assertThrows(LabException.class, () -> file().read());
        assertTrue(problem.problems().get(0).remedy().startsWith("challenge stop"), problem::getMessage);
        assertTrue(file().isDamaged());
    }

    @Test
    void withoutAFileThereIsNoChallenge() {
        assertEquals(Optional.empty(), file().read());
        assertFalse(file().isDamaged());
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
