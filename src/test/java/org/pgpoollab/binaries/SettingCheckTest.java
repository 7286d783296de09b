package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Problem;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.FakeShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class SettingCheckTest {

    private static final ProgramVersions DEBIAN_12 =
            ProgramVersions.of(ProgramVersion.of(15), ProgramVersion.of(5, 3, 3), ProgramVersion.of(4, 3, 5));

    private final List<Command> asked = new ArrayList<>();

    @Test
    void aNameThatPgpoolLeavesOutIsRefused() {
        var problems = problems("""
                2026-11-28 20:16:06.786: main pid 3396: INFO:  unrecognized configuration parameter "num_init_childen"
                2026-11-28 20:16:06.786: main pid 3396: FATAL:  could not read pid file
                """, "pgpool.num_init_childen=4");

        assertEquals("""
                ✗ Pgpool-II 4.3.5 has no setting pgpool.num_init_childen
                  because  nearest: num_init_children
                  try      pgpool.num_init_children instead, or leave it out""", problems);
    }

    @Test
    void pgpoolIsAskedWithAPidFileThatCannotExistSoThatNoneIsStopped() {
        problems("2026-11-28 20:16:06.786: main pid 3396: FATAL:  could not read pid file\n", "pgpool.max_pool=4");

        var lines = asked.get(0).input().lines().toList();
        assertEquals(List.of("-m", "fast", "stop"), asked.get(0).argv().subList(3, 6));
        assertEquals("max_pool = 4", lines.get(2));
        assertEquals("pid_file_name = '/dev/null/nowhere'", lines.get(1));
        assertEquals("pid_file_name = '/dev/null/nowhere'", lines.get(3));
        assertEquals(1, asked.size());
    }

    @Test
    void aValueThatPostgresRefusesIsToldInItsOwnWords() {
        var problems = problems("""
                2026-11-28 20:14:52.463 GMT [1] FATAL:  invalid value for parameter "wal_compression": "zip"
                2026-11-28 20:14:52.463 GMT [1] HINT:  Available values: pglz, lz4, zstd, on, off.
                """, "postgres.pg-1.wal_compression=zip");

        assertEquals("""
                ✗ PostgreSQL 15 refuses postgres.pg-1.wal_compression=zip
                  because  invalid value for parameter "wal_compression": "zip"; Available values: pglz, lz4, zstd, on, off.
                  try      another value, or leave it out""", problems);
    }

    @Test
    void aSettingOfALaterVersionIsNamedWithThatVersion() {
        var problems = problems(
                "2026-11-28 20:14:52.304 GMT [1] FATAL:  unrecognized configuration parameter \"io_method\"\n",
                "postgres.io_method=sync");

        assertEquals("""
                ✗ PostgreSQL 15 has no setting postgres.io_method
                  because  it is there from 18 on
                  try      leave it out""", problems);
    }

    @Test
    void repmgrNamesUnknownAndInvalidSettings() {
        var output = """
                ERROR: following errors were found in the configuration file:
                  "reconnect_attempts": invalid value (provided: "abc")
                WARNING: the following problems were also found in the configuration file:
                  foo_bar='3': unknown name/value pair provided; ignoring
                """;

        assertEquals("""
                ✗ repmgr 5.3.3 refuses repmgr.reconnect_attempts=abc
                  because  invalid value (provided: "abc")
                  try      another value, or leave it out
                ✗ repmgr 5.3.3 has no setting repmgr.foo_bar
                  try      leave it out""", problems(output, "repmgr.reconnect_attempts=abc", "repmgr.foo_bar=3"));
    }

    @Test
    void anAnswerThatIsNotAboutASettingRefusesNone() {
        assertEquals(
                "",
                problems(
                        "FATAL:  could not open directory \"/usr/share/postgresql/18/timezonesets\"\n",
                        "postgres.work_mem=1MB"));
        assertEquals("", problems("sh: 1: not found\n", "pgpool.max_pool=4"));
        assertEquals("", problems("ERROR: connection to database failed\n", "repmgr.log_level=DEBUG"));
    }

    @Test
    void withoutTheProgramsOnlyTheNamesAreChecked() {
        var problems = SettingCheck.ofNames(DEBIAN_12)
                .problems(lab("pgpool.max_pool=abc", "pgpool.log_pcp_processes=on", "postgres.zero_damaged_pages=on"));

        assertEquals("""
                ✗ Pgpool-II 4.3.5 has no setting pgpool.log_pcp_processes
                  because  it is there from 4.5 on
                  try      leave it out""", text(problems));
    }

    private String problems(String output, String... settings) {
        FakeShell shell = command -> {
            asked.add(command);
            return new Shell.Ended(1, "", output);
        };
        return text(SettingCheck.by(new ProgramQuestions(shell, GivenBinaries.in(Path.of("/usr/bin"))), DEBIAN_12)
                .problems(lab(settings)));
    }

    private static Lab lab(String... settings) {
        return LabFile.withoutFile(new LabOptions(Map.of(), List.of(settings))).lab();
    }

    private static String text(List<Problem> problems) {
        return problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    }
}
