package org.pgpoollab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.FakeShell;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.generate.ComposeFolder;
import org.pgpoollab.generate.EnvFile;
import org.pgpoollab.plan.step.Plan;
import org.pgpoollab.plan.step.Progress;
import org.pgpoollab.plan.step.SetPrimaryHost;
import org.pgpoollab.plan.step.Step;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

/** Plans for folders of Bitnami's images, with containers that answer as a test says. */
class FolderPlannerTest {

    private static final Shell.Ended SILENT = new Shell.Ended(2, "", "psql: error: connection refused");

    @TempDir
    Path folder;

    private final Map<String, Shell.Ended> answers = new LinkedHashMap<>();

    @BeforeEach
    void aFolder() throws IOException {
        var options = LabOptions.NONE
                .with(LabKey.ENGINE, "compose")
                .with(LabKey.POSTGRES_IMAGE, "bitnamilegacy/postgresql-repmgr:15")
                .with(LabKey.PGPOOL_IMAGE, "bitnamilegacy/pgpool:4");
        for (var file : ComposeFolder.files(LabFile.withoutFile(options).lab())) {
            var path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
    }

    @Test
    void afterAFailoverTheNewPrimaryIsWrittenAndOnlyWhoDoesNotFollowItIsStartedAnew() {
        node("pg-0", "exited", SILENT);
        node("pg-1", "running", said("f|"));
        node("pg-2", "running", said("t|pg-1"));

        var plan = plan("");

        assertEquals(
                List.of(
                        "write REPMGR_PRIMARY_HOST=pg-1 into " + folder.resolve(".env"),
                        "start pg-0 anew: its container does not run"),
                titles(plan));
        assertEquals(
                "docker compose --project-directory " + folder + " --env-file " + folder + "/.env -f " + folder
                        + "/docker-compose.yml up -d --no-deps --force-recreate pg-0",
                plan.steps().get(1).shell().get(0).text());
    }

    @Test
    void nothingElseInTheFileChanges() throws IOException {
        var file = folder.resolve(".env");
        var before = Files.readString(file);

        new SetPrimaryHost(file, "pg-2").perform(null, Progress.SILENT);

        assertEquals(
                before.replace("\nREPMGR_PRIMARY_HOST=pg-0\n", "\nREPMGR_PRIMARY_HOST=pg-2\n"), Files.readString(file));
        assertEquals(
                "pg-2",
                new EnvFile(Files.readString(file)).value("REPMGR_PRIMARY_HOST").orElseThrow());
    }

    @Test
    void aHealthyFolderNeedsNothing() {
        node("pg-0", "running", said("f|"));
        node("pg-1", "running", said("t|pg-0"));

        assertEquals(List.of(), titles(plan("")));
    }

    @Test
    void aStandbyThatStreamsFromNoNodeAndOneThatIsSilentAreStartedAnew() {
        node("pg-0", "running", said("f|"));
        node("pg-1", "running", said("t|"));
        node("pg-2", "running", SILENT);

        assertEquals(
                List.of("start pg-1 anew: it streams from no node", "start pg-2 anew: it does not answer"),
                titles(plan("")));
    }

    @Test
    void ofTwoPrimariesNoneIsChosenUnasked() {
        node("pg-0", "running", said("f|"));
        node("pg-1", "running", said("f|"));

        var refusal = assertThrows(LabException.class, () -> plan(""));

        assertEquals("choose: add --primary pg-0", refusal.problems().get(0).remedy());
        assertEquals(
                List.of(
                        "write REPMGR_PRIMARY_HOST=pg-1 into " + folder.resolve(".env"),
                        "start pg-0 anew: it says that it is primary too; what only it has is lost"),
                titles(plan("pg-1")));
    }

    @Test
    void withoutAPrimaryNothingIsDone() {
        node("pg-0", "exited", SILENT);
        node("pg-1", "running", said("t|"));

        var problem =
                assertThrows(LabException.class, () -> plan("")).problems().get(0);

        assertEquals("pg-0: its container does not run, pg-1: it is a standby", problem.why());
        assertThrows(LabException.class, () -> plan("pg-1"));
    }

    @Test
    void aFolderWithoutContainersSaysSo() {
        var problem =
                assertThrows(LabException.class, () -> plan("")).problems().get(0);

        assertEquals("there are no containers of " + folder, problem.what());
    }

    @Test
    void aFolderOfTheLabsOwnImageIsRefused() throws IOException {
        Files.writeString(folder.resolve(".env"), "COMPOSE_PROJECT_NAME=demo\n");

        var problem =
                assertThrows(LabException.class, () -> plan("")).problems().get(0);

        assertTrue(problem.what().contains("is no folder for Bitnami's images"), problem.what());
    }

    private void node(String name, String state, Shell.Ended answer) {
        answers.put(name + "\tid-" + name + "\t" + state, answer);
    }

    private static Shell.Ended said(String answer) {
        return new Shell.Ended(0, answer + "\n", "");
    }

    private Plan plan(String chosen) {
        FakeShell shell = command -> {
            var line = command.shellLine();
            if (line.startsWith("docker ps")) {
                assertTrue(line.contains("label=pgpool-lab.folder=default"), line);
                return new Shell.Ended(0, String.join("\n", answers.keySet()) + "\n", "");
            }
            return answers.entrySet().stream()
                    .filter(answer -> line.contains(" " + answer.getKey().split("\t")[1] + " "))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        };
        return new FolderPlanner(shell, folder).plan(chosen);
    }

    private static List<String> titles(Plan plan) {
        return plan.steps().stream().map(Step::title).toList();
    }
}
