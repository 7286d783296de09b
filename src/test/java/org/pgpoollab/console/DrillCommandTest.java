package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.Exit;
import org.pgpoollab.drill.Drill;

class DrillCommandTest {

    private final TypedConsole console = new TypedConsole();

    @Test
    void withoutANameItListsThemAll() {
        assertEquals(Exit.DONE, console.run("drill"));

        var listed = console.results().lines().map(line -> line.split(" ")[0]).toList();
        assertEquals(Stream.concat(Drill.words().stream(), Stream.of("storm")).toList(), listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drill primary-los | did you mean primary-loss?",
                "drill --repeat 10 --report x.html | these options need the name of a drill",
                "drill primary-loss --repeat 0 | --repeat takes a number from 1 to 100",
                "drill primary-loss --repeat many | --repeat",
                "drill primary-loss --seed 7 | --seed and --minutes go with a storm",
                "drill storm --minutes 0 | --minutes takes a number",
                "drill storm --repeat 3 | a storm is neither repeated nor compared",
                "drill storm --compare fast,bitnami | a storm is neither repeated nor compared",
                "drill primary-loss --compare fast | --compare takes two values or more",
                "drill primary-loss --compare fast,fast | --compare takes two values or more",
                "drill primary-loss --compare release=trixie, | --compare takes two values or more",
                "drill primary-loss --compare fast,slowly | there are fast, slow, bitnami, upstream",
                "drill primary-loss --compare release=trixi,sid | drill primary-loss --compare release=trixie,sid",
                "drill primary-loss --compare engine=native,docker | there are native, compose",
                "drill primary-loss --compare relese=trixie,sid | drill primary-loss --compare release=machine,trixie",
                "drill primary-loss --compare fast,bitnami --compare fast,upstream | --compare has profile twice",
                "drill primary-loss --compare pgpool.num_init_children=1,2,3,4,5,6,7,8,9,10,11,12,13 | at most 12 labs",
                "drill primary-loss --report drill.pdf | .html, .md or .json",
                "drill primary-loss --clients 0 | 1 to 100"
            })
    void whatCannotBeMeantIsRefusedBeforeAnythingIsBroken(String line, String said) {
        assertEquals(Exit.USAGE, console.run(line.split(" ")));

        assertTrue(console.messages().contains(said), console.messages());
        assertEquals(List.of(), console.session.done);
    }

    @Test
    void aReportThatCouldNotBeWrittenIsRefusedBeforeAnythingIsBroken() {
        assertEquals(Exit.FAILED, console.run("drill", "primary-loss", "--report", "/nowhere/at/all.html"));

        assertTrue(console.messages().contains("/nowhere/at is no directory"), console.messages());
        assertEquals(List.of(), console.session.done);
    }

    @Test
    void aDryRunShowsWhatWouldBreak() {
        assertEquals(Exit.DONE, console.run("drill", "leader-loss", "--dry-run"));

        assertTrue(console.results().contains("kill pgpool-0"), console.results());
        assertEquals(List.of(), console.session.done);
    }

    @Test
    void aDryRunNamesTheLabsThatWouldBeCompared() {
        assertEquals(
                Exit.DONE,
                console.run(
                        "drill",
                        "primary-loss",
                        "--dry-run",
                        "--compare",
                        "release=machine,trixie",
                        "--compare",
                        "pgpool.health_check_period=2,10"));

        assertEquals(
                List.of(
                        "primary-loss on a new lab with machine health_check_period=2",
                        "primary-loss on a new lab with machine health_check_period=10",
                        "primary-loss on a new lab with trixie health_check_period=2",
                        "primary-loss on a new lab with trixie health_check_period=10"),
                console.results().lines().toList());
        assertEquals(List.of(), console.session.done);
    }

    @Test
    void whoMayOnlyLookMayNotDrill() {
        assertEquals(Exit.FAILED, console.run("drill", "leader-loss", "--read-only"));
        assertEquals(Exit.DONE, console.run("drill", "--read-only"));
    }
}
