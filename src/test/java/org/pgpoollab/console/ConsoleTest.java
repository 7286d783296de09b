package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.script.Lexer;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class ConsoleTest {

    private final TypedConsole console = new TypedConsole();

    @TempDir
    private Path home;

    @Test
    void aCommandInTheArgumentsIsDoneAndItsResultStandsAlone() {
        var exit = console.run("stop", "primary", "--mode", "immediate");

        assertEquals(Exit.DONE, exit);
        assertEquals(List.of("stop [pg-0] IMMEDIATE"), console.session.done);
        assertEquals("✓ stop [pg-0] IMMEDIATE\n", console.results());
        assertTrue(console.messages().contains("$ pg_ctl stop"), console.messages());
    }

    @Test
    void aPictureOfTheScreenNeedsNoScreen() throws IOException {
        var file = home.resolve("lab.txt");

        var exit = console.run("screenshot", file.toString(), "--size", "80x24", "--output", "json");

        assertEquals(Exit.DONE, exit);
        assertEquals("{\n  \"file\" : \"" + file + "\"\n}\n", console.results());
        assertTrue(Files.readString(file).contains("pgpool-0"));
    }

    @Test
    void aPictureThatCannotBeWrittenIsAProblemInTwoLines() {
        var exit = console.run("screenshot", home.resolve("nowhere/lab.svg").toString());

        assertEquals(Exit.FAILED, exit);
        assertEquals("", console.results());
        assertTrue(console.messages().startsWith("✗ The picture cannot be written"), console.messages());
    }

    @Test
    void aDryRunWritesNeitherPictureNorRecording() {
        console.run("screenshot", home.resolve("lab.txt").toString(), "--dry-run");
        console.run("record", home.resolve("lab.cast").toString(), "--dry-run");

        assertFalse(Files.exists(home.resolve("lab.txt")));
        assertTrue(console.results().contains("lab.txt") && console.results().contains("lab.cast"), console.results());
    }

    @Test
    void theLabIsNamedWithTheCommandsThatAreTypedAtAShellForIt() {
        console.session.looks.set(0, Given.healthy().repmgrdStopped("pg-2").state());

        console.run("diagnose", "--lab", "big");

        assertEquals("  to type these commands, add: --lab big\n", console.messages());
    }

    @Test
    void theLabIsNamedOnceAfterSeveralCommands() {
        console.session.looks.set(0, Given.healthy().repmgrdStopped("pg-2").state());

        console.run("--lab=big", "-c", "diagnose; status");

        assertEquals("  to type these commands, add: --lab big\n", console.messages());
    }

    @Test
    void aRemedyOfSeveralCommandsIsToldAsAShellTakesIt() {
        console.session.looks.set(0, Given.healthy().stopped("pg-2").state());

        console.run("diagnose", "--lab", "big");

        assertEquals(
                "  to type these commands, add: --lab big\n  several commands in a shell: ./pgpool-lab --lab big"
                        + " -c 'start pg-2; wait pg-2 is streaming for 30s; attach pg-2'\n",
                console.messages());
    }

    @Test
    void theUsualLabNeedsNoName() {
        console.session.looks.set(0, Given.healthy().repmgrdStopped("pg-2").state());

        console.run("diagnose", "--lab", "default");
        console.run("diagnose");
        console.reading("diagnose\n").run("--lab", "big");

        assertEquals("", console.messages());
    }

    @Test
    void anEmptyWordIsNoCommand() {
        assertEquals(Exit.USAGE, console.run(""));
        assertTrue(console.messages().startsWith("✗ There is no command ''"), console.messages());
    }

    @ParameterizedTest
    @CsvSource({
        "select 1, 'try      psql, or one statement: psql \"select now()\"'",
        "lesson 3, try      lesson start 3",
        "lesson primary-loss, try      lesson start primary-loss",
        "lesson begin, try      lesson",
        "challenge 2, try      challenge --level 2",
        "challenge 4, try      challenge"
    })
    void whatIsMeantIsAdvised(String line, String advice) {
        assertEquals(Exit.USAGE, console.run(line.split(" ")));
        assertEquals(
                advice,
                console.messages()
                        .lines()
                        .map(String::strip)
                        .filter(each -> each.startsWith("try"))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void theSessionIsClosedAfterEachCommand() {
        console.run("-c", "status; nodes");

        assertEquals(2, console.desksOpened);
        assertEquals(2, console.session.closed);
    }

    @Test
    void helpNeedsNoLab() {
        console.run("-c", "help; help stop; stop --help; history");

        assertEquals(0, console.desksOpened);
    }

    @Test
    void versionSaysWhatItKnowsWhetherOrNotThereIsALab() {
        assertEquals(Exit.DONE, console.run("version"));
        assertTrue(console.results().startsWith("pgpool-lab "), console.results());

        console.session.versions =
                ProgramVersions.of(ProgramVersion.of(19), ProgramVersion.of(5, 5), ProgramVersion.of(4, 6, 1));
        assertEquals(Exit.DONE, console.run("version"));
        assertTrue(console.results().contains("PostgreSQL 19, repmgr 5.5, Pgpool-II 4.6.1"), console.results());
        assertTrue(console.results().contains("PostgreSQL 19 is untried"), console.results());
        assertTrue(console.results().contains("receives no heartbeats from other hosts"), console.results());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output json connect",
                "connect --output json",
                "--output=json connect",
                "--output text connect --output json"
            })
    void theProgramsOptionsStandBeforeOrAfterTheCommand(String line) {
        var exit = console.run(line.split(" "));

        assertEquals(Exit.DONE, exit);
        assertEquals("{\n  \"export\" : false\n}\n", console.results());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool_nodes", "pool-nodes", "POOL_NODES"})
    void namesOfCommandsAreTakenWithUnderscoreAndHyphen(String name) {
        console.run(name);

        assertEquals(List.of("look"), console.session.asked);
        assertTrue(console.results().contains("load_balance_node"), console.results());
    }

    @Test
    void whenNobodyHoldsTheVipItIsSaidAndWhoCanBeAskedInstead() {
        console.session.looks.set(0, Given.healthy().silent("pgpool-0").vipOn().state());

        assertEquals(Exit.FAILED, console.run("pool_nodes"));

        assertTrue(
                console.messages()
                        .startsWith(
                                "✗ nobody holds the VIP, so no pgpool answers there\n"
                                        + "  because  pgpool-0 does not answer (connection refused, for 4 s); pgpool-1 is STANDBY;"),
                console.messages());
        assertTrue(console.messages().contains("\n  try      pool_nodes --on pgpool-1\n"), console.messages());
    }

    @Test
    void onlyARoleNeedsALook() {
        console.run("stop", "pg_1", "pgpool-0", "pg-1");
        assertEquals(List.of(), console.session.asked);

        console.run("stop", "standbys", "leader");
        assertEquals(List.of("look"), console.session.asked);
        assertEquals(List.of("stop [pg-1, pgpool-0] FAST", "stop [pg-1, pg-2, pgpool-0] FAST"), console.session.done);
    }

    @Test
    void namesOfOptionsAreTakenWithUnderscoreAndHyphen() {
        var exit = console.run("stop", "pg-1", "--dry_run");

        assertEquals(Exit.DONE, exit);
        assertEquals(List.of(), console.session.done);
    }

    @ParameterizedTest
    @CsvSource({
        "stpo, There is no command 'stpo', did you mean 'stop'?",
        "stat, There is no command 'stat', did you mean 'status'?",
        "pool_node, There is no command 'pool_node', did you mean 'pool_nodes'?",
        "stop --mdoe fast pg-1, stop has no option --mdoe, did you mean --mode?",
        "stop --hepl, stop has no option --hepl, did you mean --help?",
        "stop, stop needs NODE, none was given",
        "stop pg-1 --mode, --mode needs a value, it takes MODE",
        "lag pg-1 pg-2, lag takes no word 'pg-2' there, it takes NODE",
        "up --timeout soon, --timeout cannot be 'soon', a time is a whole number and its unit",
        "history x, COUNT cannot be 'x', it is a whole number",
        "stop pg-1 --mode hard, --mode cannot be 'hard', it is one of smart",
        "--engine vmware status, --engine cannot be 'vmware', it is one of native",
        "--otuput json, pgpool-lab has no option --otuput, did you mean --output?",
        "pcp node_inof, There is no pcp tool 'node_inof', the tools are attach_node"
    })
    void whatCannotBeMeantIsExplained(String line, String what, String why) {
        var exit = console.run(line.split(" "));

        assertEquals(Exit.USAGE, exit);
        assertEquals("", console.results());
        assertTrue(console.messages().startsWith("✗ " + what + "\n  because  " + why), console.messages());
        assertTrue(console.messages().contains("\n  try      "), console.messages());
    }

    @Test
    void aScriptStopsAtTheFirstFailureAndNamesTheLine() {
        console.session.looks.set(0, Given.healthy().silent("pg-2").state());

        var exit = console.reading("# a drill\n\nstop pg-2; status\nexpect pg-2 is 'streaming' # now\ndown --yes\n")
                .run();

        assertEquals(Exit.UNMET, exit);
        assertEquals(List.of("stop [pg-2] FAST"), console.session.done);
        assertTrue(console.results().contains(": pg-2 is streaming  0.0 s\n  because  pg-2"), console.results());
        assertTrue(
                console.messages().endsWith("✗ stopped at line 4 (status 3): expect pg-2 is 'streaming'\n"),
                console.messages());
    }

    @Test
    void eachLineOfAScriptInheritsTheProgramsOptions() {
        var exit = console.reading("stop pg-1\nconnect --output text").run("--dry-run", "--output", "json");

        assertEquals(Exit.DONE, exit);
        assertEquals(List.of(), console.session.done);
        assertTrue(console.results().contains("\"dryRun\" : true"), console.results());
        assertTrue(console.results().endsWith("● connect\nsecond line\n"), console.results());
    }

    @Test
    void aFailureAfterMinusCNamesTheCommand() {
        var exit = console.run("-c", "status; stop pg-9; nodes");

        assertEquals(Exit.USAGE, exit);
        assertTrue(
                console.messages().endsWith("✗ stopped at command 2 of -c (status 2): stop pg-9\n"),
                console.messages());
    }

    @Test
    void minusCDoesNotGoWithACommand() {
        assertEquals(Exit.USAGE, console.run("-c", "status", "nodes"));
    }

    @Test
    void aScriptMayHaveAByteOrderMarkAndLineEndsOfWindowsAndNoLastOne() {
        var exit = console.reading("\uFEFFconnect\r\n# nothing\r\nnodes").run();

        assertEquals(Exit.DONE, exit);
        assertEquals(List.of("connect", "look"), console.session.asked);
    }

    @Test
    void anEmptyScriptIsDone() {
        assertEquals(Exit.DONE, console.reading("").run());
    }

    @Test
    void whatIsNoTextIsNoScript() {
        var binary = new byte[] {(byte) 0x7f, 'E', 'L', 'F', 0, (byte) 0xff};

        var exit = console.reading(binary).run();

        assertEquals(Exit.USAGE, exit);
        assertTrue(console.messages().startsWith("✗ Standard input is no script\n"), console.messages());
    }

    @Test
    void aQuoteThatIsLeftOpenIsAProblem() {
        var exit = console.reading("status\npsql 'select 1\n").run();

        assertEquals(Exit.USAGE, exit);
        assertTrue(console.messages().contains("the ' in line 2 has no partner"), console.messages());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down --yes",
                "generate",
                "start all",
                "stop pg-1",
                "restart leader",
                "attach pg-1",
                "detach pg-1",
                "psql drop",
                "exec pg-0 -- rm x",
                "pcp detach_node -n 1",
                "pcp pcp_stop_pgpool"
            })
    void readOnlyRefusesWhatChangesSomething(String line) {
        var exit = console.run(("--read-only " + line).split(" "));

        assertEquals(Exit.FAILED, exit);
        assertEquals(0, console.desksOpened);
        assertTrue(console.messages().contains("--read-only was given"), console.messages());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status", "pool_nodes --all", "pcp node_info -n 1", "stop pg-1 --dry-run", "expect vip is held"})
    void readOnlyLetsThroughWhatOnlyLooks(String line) {
        assertEquals(Exit.DONE, console.run(("--read-only " + line).split(" ")));
    }

    @Test
    void aDryRunShowsTheStepsWithTheirShellLinesAndDoesNothing() {
        var exit = console.run("stop", "pg-1", "--dry-run");

        assertEquals(Exit.DONE, exit);
        assertEquals(List.of(), console.session.done);
        assertEquals("""
                stop [pg-1] FAST, in 1 step
                  step of stop [pg-1] FAST
                      $ pg_ctl stop
                (dry run: nothing was done)
                """, console.results());
    }

    @Test
    void aDryRunOfGenerateShowsTheFilesButNoSecret() {
        console.run("generate", "--dry-run");

        assertTrue(console.results().startsWith("==> pg-0/postgresql.conf <==\nport = 5432\n"), console.results());
        assertFalse(console.results().contains("secret\n"), console.results());
    }

    @Test
    void generateTakesTheFolderOfALabOfContainers() {
        console.run("generate", "--engine", "compose", "demo", "--force");

        assertEquals(List.of("generate demo force"), console.session.done);
    }

    @Test
    void aDryRunOfAToolShowsItsShellLine() {
        console.run("--dry-run", "psql", "select 1");

        assertEquals("$ psql -h pgpool -X -c 'select 1'\n", console.results());
        assertEquals(List.of(), console.session.ran);
    }

    @Test
    void downNeedsAYesWhenNobodyIsThere() {
        var exit = console.run("down");

        assertEquals(Exit.USAGE, exit);
        assertEquals(List.of(), console.session.done);
        assertTrue(console.messages().contains("try      down --yes"), console.messages());
    }

    @ParameterizedTest
    @CsvSource({"y, DONE", "YES, DONE", "n, FAILED", "'', FAILED"})
    void downAsksWhoeverIsThere(String answer, Exit exit) {
        console.withSomebodyThere().reading(answer + "\n");

        assertEquals(exit, console.run("down"));
        assertEquals(exit == Exit.DONE ? List.of("down") : List.of(), console.session.done);
    }

    @Test
    void problemsAreJsonTooAndStandardOutputStaysClean() {
        var exit = console.run("stop", "pg-9", "--output", "json");

        assertEquals(Exit.USAGE, exit);
        assertEquals("", console.results());
        assertTrue(
                console.messages().startsWith("{\"problems\":[{\"what\":\"there is no node pg-9 in lab "),
                console.messages());
        assertTrue(console.messages().endsWith("\"}]}\n"), console.messages());
    }

    @Test
    void asJsonTheProgressIsPartOfTheResult() {
        console.run("stop", "pg-1", "--output", "json");

        assertEquals("", console.messages());
        assertTrue(console.results().contains("\"seconds\" : 0.2"), console.results());
    }

    @Test
    void aStatementsResultIsATableInJson() {
        console.session.ended = new Shell.Ended(0, "a,b\n1,\"x, \"\"y\"\"\"\n\\N,\n", "");

        var exit = console.run("psql", "select", "a,", "b", "--output", "json");

        assertEquals(Exit.DONE, exit);
        assertEquals(
                "select a, b",
                console.session.ran.get(0).get(console.session.ran.get(0).size() - 1));
        var flat = console.results().replaceAll("\\s+", "");
        assertEquals(
                "{\"columns\":[\"a\",\"b\"],\"rows\":[[\"1\",\"x,\\\"y\\\"\"],[\"\\\\N\",\"\"]],\"status\":0}", flat);
    }

    @Test
    void aStatementThatFailsEndsWithStatusOne() {
        console.session.ended = new Shell.Ended(1, "", "ERROR:  syntax error\n");

        assertEquals(Exit.FAILED, console.run("psql", "selcet 1"));
    }

    @Test
    void aToolInAScriptDoesNotReadTheScript() {
        console.session.ended = new Shell.Ended(0, "from the tool\n", "");

        var exit = console.reading("exec pg-0 cat\nconnect\n").run();

        assertEquals(Exit.DONE, exit);
        assertEquals("from the tool\n● connect\nsecond line\n", console.results());
    }

    @ParameterizedTest
    @ValueSource(strings = {"psql", "exec pg-0"})
    void aSessionCannotBeHeldInAScript(String line) {
        assertEquals(Exit.USAGE, console.reading(line + "\n").run());
    }

    @Test
    void allWordsAfterTheNodeBelongToTheCommandThere() {
        console.run("exec", "pg-0", "--", "ls", "--lab", "-l");

        assertEquals(List.of(List.of("on", "pg-0", "POSTGRES", "ls", "--lab", "-l")), console.session.ran);
    }

    @Test
    void allWordsAfterThePcpToolBelongToIt() {
        console.run("pcp", "node-info", "-n", "1", "--verbose");

        assertEquals(
                List.of(List.of("pcp_node_info", "-h", "pgpool", "-w", "-n", "1", "--verbose")), console.session.ran);
    }

    @ParameterizedTest
    @CsvSource({
        "exec pg-0 --lab big ls, exec --lab big pg-0 ls",
        "exec pg-0 --lab=big, exec --lab=big pg-0",
        "pcp node_info -n 1 --lab big, pcp --lab big node_info -n 1",
        "pcp node_count --output json, pcp --output json node_count"
    })
    void anOptionOfThisProgramIsNotPassedToAnother(String typed, String right) {
        var exit = console.run(typed.split(" "));

        assertEquals(Exit.USAGE, exit);
        assertEquals(List.of(), console.session.ran);
        var told = console.messages() + console.results();
        assertTrue(told.contains(right), told);
        assertFalse(told.contains("to type these commands"), told);
    }

    @Test
    void noProgramRunsOnANodeOfALabThatThereIsNot() {
        console.session.fault = LabException.failed("the lab default is not running", "there is no lab", "up");

        var exit = console.run("exec", "pg-0", "--", "ls");

        assertEquals(Exit.FAILED, exit);
        assertEquals(List.of(), console.session.ran);
    }

    @Test
    void upTakesTheShapeOfTheLabAsItWasTyped() {
        var exit = console.run("up", "--postgres", "-1", "--set", "a=1", "--set", "b=2", "--timeout", "2m");

        assertEquals(Exit.DONE, exit);
        assertEquals(List.of("up {POSTGRES=-1}[a=1, b=2] 120 s"), console.session.done);
    }

    @Test
    void aReaderThatHasGoneEndsTheCommandQuietly() {
        var exit = console.writingTo(new ClosedPipe()).run("status");

        assertEquals(Exit.DONE, exit);
        assertEquals("", console.messages());
    }

    @Test
    void aReaderThatHasGoneFailsAScriptOnlyIfCommandsWereLeft() {
        assertEquals(
                Exit.FAILED,
                console.writingTo(new ClosedPipe())
                        .reading("status\ndown --yes\n")
                        .run());
        assertEquals(
                Exit.DONE,
                console.writingTo(new ClosedPipe()).reading("status\n").run());
        assertEquals("", console.messages());
        assertEquals(List.of(), console.session.done);
    }

    @Test
    void aNarrowCharacterSetGetsLikenessesInAscii() {
        console.in(StandardCharsets.US_ASCII).run("connect");

        assertEquals("* connect\nsecond line\n", console.results());
    }

    @Test
    void aNarrowCharacterSetGetsEscapesInJson() {
        console.in(StandardCharsets.US_ASCII).run("stöp", "--output", "json");

        assertTrue(console.messages().contains("'st\\u00f6p'"), console.messages());
    }

    @Test
    void aFaultOfTheProgramIsToldInOneLineAndKeptInAFile() throws IOException {
        console.with("XDG_STATE_HOME", home.toString()).with("HOME", home.toString()).session.fault =
                new IllegalStateException("wires crossed");

        var exit = console.run("stop", "pg-1");

        assertEquals(Exit.FAILED, exit);
        assertTrue(
                console.messages().contains("✗ internal error: IllegalStateException: wires crossed\n"),
                console.messages());
        assertFalse(console.messages().contains("\tat "), console.messages());
        var trace = only(home.resolve("pgpool-lab"), "crash-");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(trace)));
        assertTrue(Files.readString(trace).contains("\tat "));
    }

    @Test
    void anInterruptedCommandEndsWithStatus130() {
        console.session.fault = LabException.failed("stopped after 1 of 3 steps", "", "");
        console.session.onFault = console.interruption::signal;

        var exit = console.run("stop", "pg-1");

        assertEquals(Exit.INTERRUPTED, exit);
        assertTrue(console.messages().contains("stopped after 1 of 3 steps"), console.messages());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void whatWasTypedIsRememberedForItsUserAlone() throws IOException {
        console.with("XDG_STATE_HOME", home.toString()).with("HOME", home.toString());

        console.run("psql", "select 'a b'");
        console.reading("status\n\nnodes # all\n").run();
        console.run("history", "3");

        assertEquals(
                "status\nnodes\nhistory 3\n",
                console.results().substring(console.results().indexOf("status\nnodes")));
        var file = home.resolve("pgpool-lab/history");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(
                Files.readString(file).startsWith("1795420800000:psql 'select '\\\\''a b'\\\\'''\n"),
                Files.readString(file));
    }

    @Test
    void whatACommandDidIsAmongTheEventsWhatItWouldDoIsNot() throws IOException {
        Files.writeString(home.resolve("lab.yaml"), "name: demo\n");
        console.session.directory = home;

        console.run("-c", "stop pg-1; stop pg-2 --dry-run; events");
        assertTrue(console.results().endsWith("08:00:00.000  › stop [pg-1] FAST\n"), console.results());

        console.run("events", "--since", "2026-11-23 07:00", "--output", "json");
        assertTrue(
                console.results()
                        .endsWith("{\"at\":\"2026-11-23T08:00:00Z\",\"kind\":\"command\",\"effect\":\"change\","
                                + "\"nodes\":[],\"text\":\"stop [pg-1] FAST\",\"source\":\"command\"}\n"),
                console.results());
    }

    @Test
    void aCommandThatFailsIsAmongTheEventsAndOneWithoutALabLeavesNothing() throws IOException {
        console.session.directory = home;
        console.run("stop", "pg-1");
        assertFalse(Files.exists(home.resolve("events.jsonl")));

        Files.writeString(home.resolve("lab.yaml"), "name: demo\n");
        console.session.fault = LabException.failed("no", "", "");
        console.run("stop", "pg-2");

        assertTrue(Files.readString(home.resolve("events.jsonl")).contains("stop [pg-2] FAST"));
    }

    @Test
    void thereAreNoEventsWithoutALab() {
        assertEquals(Exit.FAILED, console.run("events"));
        assertTrue(console.messages().contains("nothing is known of the lab demo"), console.messages());
    }

    @Test
    void aStateHomeThatCannotBeWrittenStopsNothing() {
        assertEquals(
                Exit.DONE,
                console.with("XDG_STATE_HOME", "/proc/nowhere")
                        .with("HOME", "/proc/nowhere")
                        .run("status"));
    }

    @Test
    void theOptionsThatTakeAValueAreThoseOfTheProgram() {
        var spec = Syntax.of(Catalog.find("version")).specification();

        var taking = spec.options().stream()
                .filter(option -> option.arity().max() > 0)
                .map(option -> option.longestName())
                .collect(Collectors.toSet());

        assertEquals(taking, Invocation.WITH_VALUE);
    }

    private static Path only(Path directory, String prefix) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A pipe whose reader is gone, as after {@code | head -1}. */
    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int data) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    /** A file on a disk without room, as {@code /dev/full}. */
    private static final class FullFile extends OutputStream {
        @Override
        public void write(int data) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "help", "help stop", "version", "--version", "-c 'status; nodes'", "list"})
    void anOutputThatCannotBeWrittenIsAFailure(String line) {
        var words = Lexer.statements(line).get(0).words().toArray(String[]::new);

        assertEquals(Exit.FAILED, console.writingTo(new FullFile()).run(words));

        assertEquals("""
                ✗ the output could not be written
                  because  No space left on device
                  try      write it to a file or a pipe that takes it
                """, console.messages());
    }

    @Test
    void aScriptEndsAtTheLineWhoseOutputCannotBeWritten() {
        console.reading("status\n").writingTo(new FullFile());

        assertEquals(Exit.FAILED, console.run());
        assertTrue(console.messages().startsWith("✗ the output could not be written"), console.messages());
    }

    @Test
    void inJsonTheFailureIsJson() {
        assertEquals(Exit.FAILED, console.writingTo(new FullFile()).run("status", "--output", "json"));

        assertTrue(
                console.messages().startsWith("{\"problems\":[{\"what\":\"the output could not be written\""),
                console.messages());
    }

    @Test
    void whatChangesTheLabHasItToItselfAndTheRestDoesNotWait() {
        var console = new TypedConsole();

        console.run("-c", "stop pg-2; status; psql select 1; stop pg-1 --dry-run; exec pg-0 -- true");

        assertEquals(List.of("stop pg-2"), console.session.reserved);
    }

    @Test
    void anEmptyNameOfALabIsNotTheUsualLab() {
        for (var words : List.of(List.of("--lab", "", "down", "--yes"), List.of("down", "--yes", "--lab="))) {
            var console = new TypedConsole();

            assertEquals(Exit.USAGE, console.run(words.toArray(String[]::new)));
            assertEquals(0, console.desksOpened);
            assertTrue(console.messages().contains("--lab cannot be ''"), console.messages());
        }
    }

    @Test
    void aFileNameThatCannotBeIsNoInternalError() {
        var console = new TypedConsole();
        console.session.fault = new java.nio.file.InvalidPathException("a\0b", "Nul character not allowed");

        assertEquals(Exit.USAGE, console.run("connect"));
        assertTrue(console.messages().contains("cannot be the name of a file"), console.messages());
    }
}
