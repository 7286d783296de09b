package org.pgpoollab.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

class AnswerWordsTest {

    @Test
    void everyKindIsMeantByItsOwnWord() {
        for (var word : Situations.words()) {
            assertEquals(List.of(word), AnswerWords.meant(word));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pause, frozen",
        "fill, full-disk",
        "detach, detached",
        "promote!, second-primary",
        "Full_Disk, full-disk"
    })
    void anotherWordForWhatWasDoneIsUnderstood(String typed, String meant) {
        assertEquals(meant, AnswerWords.only(typed));
    }

    @Test
    void theCommandThatCausesATroubleNamesItOrAnotherOneOfTheSameCommand() {
        for (var kind : Situations.kinds()) {
            for (var change : kind.changes()) {
                var words = commandOf(change);
                for (var word : words) {
                    assertTrue(AnswerWords.meant(word).stream().allMatch(meant -> isCausedBy(meant, word)), word);
                    assertFalse(AnswerWords.meant(word).isEmpty(), word);
                }
            }
        }
    }

    private static boolean isCausedBy(String kind, String command) {
        return Situations.kind(kind).orElseThrow().changes().stream()
                .anyMatch(change -> commandOf(change).contains(command));
    }

    private static List<String> commandOf(Change change) {
        if (change instanceof Change.Inject inject) {
            return List.of(inject.fault().split(" ")[0]);
        }
        if (change instanceof Change.Kill) {
            return List.of("kill");
        }
        if (change instanceof Change.Detach) {
            return List.of("detach");
        }
        return change instanceof Change.Promote ? List.of("promote!") : List.of();
    }

    @Test
    void aWordThatMeansSeveralIsNoWrongAnswer() {
        var refused = assertThrows(LabException.class, () -> AnswerWords.only("kill"));

        assertEquals(Exit.USAGE, refused.exit());
        assertEquals(
                "\"kill\" can mean crashed, dead-repmgrd, dead-pgpool",
                refused.problems().get(0).what());
    }

    @Test
    void aMisspeltWordIsToldTheNearest() {
        var refused = assertThrows(LabException.class, () -> AnswerWords.only("puase"));

        assertEquals("did you mean pause?", refused.problems().get(0).why());
    }
}
