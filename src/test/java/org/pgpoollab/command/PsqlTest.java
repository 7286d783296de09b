package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;

class PsqlTest {

    private final Typing typing = new Typing();

    @Test
    void wordsAreOneStatement() {
        typing.type("psql", "--dry-run", "select", "1");

        assertEquals("$ psql -h pgpool -X -c 'select 1'\n", typing.text());
    }

    @Test
    void thenRunsFurtherStatementsInTheSameSessionUntilOneFails() {
        typing.type("psql", "--dry-run", "select 1", "--then", "select 2", "--then", "select 3");

        assertEquals(
                "$ psql -h pgpool -X -c 'select 1' -c 'select 2' -c 'select 3' -v ON_ERROR_STOP=1\n", typing.text());
    }

    @Test
    void thenIsRefusedWithoutAStatementBeforeIt() {
        var refused = assertThrows(LabException.class, () -> typing.type("psql", "--then", "select 2"));

        assertEquals(Exit.USAGE, refused.exit());
    }

    @Test
    void thenIsRefusedInJson() {
        var refused = assertThrows(
                LabException.class, () -> typing.type("psql", "--output", "json", "select 1", "--then", "select 2"));

        assertEquals(Exit.USAGE, refused.exit());
    }
}
