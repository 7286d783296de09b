package org.pgpoollab.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.diagnosis.Remedy;
import org.pgpoollab.engine.ShellQuoting;

class LexerTest {

    @Test
    void wordsAreQuotedAsInAShell() {
        assertWords("psql 'it''s'", "psql", "its");
        assertWords("psql \"a \\\"b\\\" \\n\"", "psql", "a \"b\" \\n");
        assertWords("a\\ b 'c\\d' \"\" e''f", "a b", "c\\d", "", "ef");
        assertWords("exec pg-0 -- grep '#' a#b;", "exec", "pg-0", "--", "grep", "#", "a#b");
        assertWords("stop\u00a0pg-1\t pg-2", "stop", "pg-1", "pg-2");
    }

    @Test
    void whatShellQuotingWritesIsReadBack() {
        var words = List.of("a b", "it's", "", "\\", "\"", ";#", "é🐘", "two\nlines", "$HOME`x`");

        assertEquals(words, Lexer.statements(ShellQuoting.join(words)).get(0).words());
    }

    @Test
    void aSemicolonPartsCommandsAndAHashEndsALine() {
        var statements = Lexer.statements("one; two 'a;b';; # three; four\n#five\nsix");

        assertEquals(
                List.of("one", "two 'a;b'", "six"),
                statements.stream().map(ScriptStatement::text).toList());
        assertEquals(
                List.of(1, 1, 3), statements.stream().map(ScriptStatement::line).toList());
    }

    @Test
    void aQuoteMayGoOnInTheNextLine() {
        var statements = Lexer.statements("\npsql 'select 1\n  from x'\nstatus");

        assertEquals(List.of("psql", "select 1\n  from x"), statements.get(0).words());
        assertEquals(2, statements.get(0).line());
        assertEquals(4, statements.get(1).line());
    }

    @Test
    void aBackslashAtTheEndOfALineJoinsTheNext() {
        assertEquals(
                List.of("stop", "pg-1"),
                Lexer.statements("stop \\\n  pg-1").get(0).words());
    }

    @Test
    void aQuoteThatIsLeftOpenIsAProblem() {
        assertThrows(LabException.class, () -> Lexer.statements("psql \"select"));
    }

    private static void assertWords(String line, String... words) {
        assertEquals(List.of(words), Lexer.statements(line).get(0).words());
    }

    @Test
    void aPrintedRemedyIsReadAsItsCommands() {
        var remedy = new Remedy(List.of(List.of(
                "psql --on pg-0 \"set transaction read write; alter role lab reset all\"",
                "exec pg-2 -- sh -c \"echo max_connections = 300 >> /run/lab/data/postgresql.auto.conf\"",
                "wait pg-2 is streaming for 30s",
                "attach pg-2")));

        assertEquals(
                remedy.commands(),
                Lexer.statements(remedy.text()).stream()
                        .map(ScriptStatement::text)
                        .toList());
    }
}
