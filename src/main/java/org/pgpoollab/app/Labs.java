package org.pgpoollab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.command.LabSummary;
import org.pgpoollab.command.ProgramOptions;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.engine.nativelab.NativeEngine;
import org.pgpoollab.topology.Checked;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.StateHome;

/** All labs of this user on this machine, and which of them is meant. */
final class Labs {

    private static final Path FILE_HERE = Path.of("lab.yaml");

    private final StateHome home;

    Labs(StateHome home) {
        this.home = home;
    }

    StateHome home() {
        return home;
    }

    /** What is asked for by the file that is meant, with the options laid over it. */
    Checked wished(ProgramOptions program, LabOptions options) {
        var all = options;
        if (!program.lab().isEmpty()) {
            all = all.with(LabKey.NAME, program.lab());
        }
        if (program.engine().isPresent()) {
            all = all.with(LabKey.ENGINE, program.engine().get().word());
        }
        var file = file(program);
        return file.isPresent() ? LabFile.read(file.get(), all) : LabFile.withoutFile(all);
    }

    boolean hasFile(ProgramOptions program) {
        return file(program).isPresent();
    }

    private static Optional<Path> file(ProgramOptions program) {
        if (!program.file().isEmpty()) {
            return Optional.of(Path.of(program.file()));
        }
        return Files.exists(FILE_HERE) ? Optional.of(FILE_HERE) : Optional.empty();
    }

    /** The lab as it was made, if it was. */
    Optional<Lab> made(String name) {
        var file = home.lab(name).labFile();
        return Files.exists(file)
                ? Optional.of(LabFile.read(file, LabOptions.NONE).lab())
                : Optional.empty();
    }

    /** The lab that is meant: as it was made, else as it would be. */
    Lab meant(ProgramOptions program) {
        if (!program.lab().isEmpty() && isPlainName(program.lab())) {
            var made = made(program.lab());
            if (made.isPresent()) {
                return made.get();
            }
        }
        if (program.lab().isEmpty() && file(program).isEmpty()) {
            var made = made(Lab.USUAL_NAME);
            if (made.isPresent()) {
                return made.get();
            }
        }
        var wished = wished(program, LabOptions.NONE).lab();
        return made(wished.name()).orElse(wished);
    }

    private static boolean isPlainName(String name) {
        return name.matches("[a-z][a-z0-9-]*");
    }

    List<LabSummary> all(Shell shell) {
        if (!Files.isDirectory(home.labs())) {
            return List.of();
        }
        try (var directories = Files.list(home.labs())) {
            return directories
                    .map(LabDirectory::new)
                    .filter(directory -> Files.exists(directory.labFile()))
                    .sorted((one, other) -> one.root().compareTo(other.root()))
                    .map(directory -> summary(directory, shell))
                    .toList();
        } catch (IOException e) {
            throw LabException.failed("the labs cannot be listed", String.valueOf(e.getMessage()), "ls " + home.labs());
        }
    }

    private static LabSummary summary(LabDirectory directory, Shell shell) {
        var lab = LabFile.read(directory.labFile(), LabOptions.NONE).lab();
        var running = new NativeEngine(lab, directory.root(), shell, java.util.Map::of).isRunning();
        return new LabSummary(
                lab.name(),
                lab.engine().word(),
                lab.postgresCount(),
                lab.pgpoolCount(),
                running,
                directory.root().toString());
    }
}
