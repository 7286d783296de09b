package org.pgpoollab.topology;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.Unwritable;

/**
 * The directories of this user's labs and downloads, by the XDG Base Directory Specification.
 *
 * @param labs holds one directory for each lab
 * @param cache holds files that can be downloaded or created again
 */
public record StateHome(Path labs, Path cache) {

    private static final String PROGRAM = "pgpool-lab";

    /** As {@link #of(Map, FileSystem)}, on this machine's file system. */
    public static StateHome of(Map<String, String> environment) {
        return of(environment, FileSystems.getDefault());
    }

    /**
     * Determines the directories from XDG_STATE_HOME, XDG_CACHE_HOME and HOME, on Windows from LOCALAPPDATA. A relative path counts as
     * unset, as the specification requires.
     *
     * @throws LabException with status 4 if none of them is set to an absolute path
     */
    static StateHome of(Map<String, String> environment, FileSystem files) {
        return new StateHome(
                home(environment, files, "XDG_STATE_HOME", ".local/state").resolve(PROGRAM),
                home(environment, files, "XDG_CACHE_HOME", ".cache").resolve(PROGRAM));
    }

    private static Path home(Map<String, String> environment, FileSystem files, String variable, String below) {
        return absolute(environment, files, variable)
                .or(() -> absolute(environment, files, "HOME").map(home -> home.resolve(below)))
                .or(() -> absolute(environment, files, "LOCALAPPDATA").map(local -> local.resolve(below)))
                .orElseThrow(() -> LabException.missing(
                        "no place is known for the lab's files",
                        "neither " + variable + " nor HOME is set to an absolute path",
                        "export HOME=/path/to/your/home, or XDG_STATE_HOME and XDG_CACHE_HOME"));
    }

    private static Optional<Path> absolute(Map<String, String> environment, FileSystem files, String variable) {
        try {
            return Optional.ofNullable(environment.get(variable))
                    .map(files::getPath)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            throw Unwritable.problem(e);
        }
    }

    /** Returns the directory with a lock file for each lab, which is locked while the lab is being changed. No lab can have its name. */
    public Path locks() {
        return labs.resolve(".locks");
    }

    /** Returns the directory of the lab with this name, whether it exists or not. */
    public LabDirectory lab(String name) {
        return new LabDirectory(labs.resolve(name));
    }
}
