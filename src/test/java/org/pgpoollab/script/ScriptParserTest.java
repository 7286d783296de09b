package org.pgpoollab.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

class ScriptParserTest {

    @Test
    void theCommentsAboveAndBesideALineBelongToIt() {
        var script = parse("""
                #!/usr/bin/env pgpool-lab
                # All of it.

                ## First
                #
                # One
                # goes on.
                #   indented
                # - a list
                up

                stop pg-2; wait pg-2 is down   # Two.
                ## Second part ##
                status
                # The end.
                """);

        assertEquals(
                List.of(
                        new ScriptStep(
                                10, "First", List.of("All of it.", "", "One goes on.", "  indented", "- a list"), "up"),
                        new ScriptStep(12, "First", List.of("Two."), "stop pg-2; wait pg-2 is down"),
                        new ScriptStep(14, "Second part ##", List.of(), "status")),
                script.steps());
        assertEquals(List.of("The end."), script.closing());
    }

    @Test
    void aCommandMayGoOnInTheNextLine() {
        var script = parse("psql 'select 1\n  # no comment\n'\nwait pg-2 \\\n  is up\n");

        assertEquals("psql 'select 1\n  # no comment\n'", script.steps().get(0).command());
        assertEquals(
                new ScriptStep(4, "", List.of(), "wait pg-2   is up"),
                script.steps().get(1));
    }

    @Test
    void whatIsOfferedIsReadAsTheSameCommands() {
        var text = "psql \"a \\\"b\\\" \\\nc\"; exec pg-0 -- echo 'x;#' \\; \\#\nstop \\\npg-1";

        var offered = parse(text).steps().stream().map(ScriptStep::command).toList();

        assertEquals(words(text), words(String.join("\n", offered)));
    }

    private static List<List<String>> words(String text) {
        return Lexer.statements(text).stream().map(ScriptStatement::words).toList();
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsLine() {
        var refused =
                assertThrows(LabException.class, () -> parse("bad one\nup; bad two\n\nst\u200bop pg-1\npsql \"\n\nup"));

        assertEquals(
                List.of(
                        "test.txt line 1: cannot be: bad one",
                        "test.txt line 2: cannot be: bad two",
                        "test.txt line 4: the command has an invisible character",
                        "test.txt line 5: A quote is not closed"),
                refused.problems().stream().map(Problem::what).toList());
    }

    @Test
    void aScriptWithoutCommandsIsNone() {
        var refused = assertThrows(LabException.class, () -> parse("# nothing\n"));

        assertTrue(refused.getMessage().contains("the script has no command"), refused.getMessage());
    }

    @Test
    void aScriptIsNotEndless() {
        assertEquals(1000, parse("up\n".repeat(1000)).steps().size());
        assertThrows(LabException.class, () -> parse("up\n".repeat(1001)));
    }

    private static Script parse(String text) {
        return ScriptParser.parse(
                "test.txt",
                text.lines().toList(),
                line -> line.startsWith("bad")
                        ? Optional.of(new Problem("cannot be: " + line, "", ""))
                        : Optional.empty());
    }
}
