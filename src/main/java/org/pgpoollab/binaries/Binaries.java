package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.engine.HostPrograms;
import org.pgpoollab.engine.RootDirectory;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/**
 * The paths and versions of the programs that a lab runs. All paths are absolute, and those on the lab's hosts. They are stored in a small
 * file, so that later commands need not search: reading it starts no process and does not check whether the programs still exist.
 *
 * @param root the root directory of all hosts, in which the paths lie
 * @param pgpoolVersion as {@code pgpool --version} prints it, numbers only: {@code 4.3.5}
 * @param repmgrVersion as {@code repmgr --version} prints it, numbers only
 * @param postgresBin the directory of postgres, initdb, pg_ctl, psql, pg_rewind and similar programs, and of the real repmgr and repmgrd
 * @param pcpBin the directory of the pcp_* tools
 * @param libraryDirectories where programs that are not installed find their libraries; empty if all are installed
 */
public record Binaries(
        RootDirectory root,
        int postgresMajor,
        String pgpoolVersion,
        String repmgrVersion,
        Path postgresBin,
        Path pgpool,
        Path pcpBin,
        Path ip,
        Path arping,
        Path ping,
        Path socat,
        Path unshare,
        Path nsenter,
        List<Path> libraryDirectories) {

    private static final List<String> USUAL_PATH =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    public Binaries {
        libraryDirectories = List.copyOf(libraryDirectories);
    }

    /** Returns the versions, as far as they can be parsed. */
    public ProgramVersions versions() {
        var versions = ProgramVersions.UNKNOWN.with(LabProgram.POSTGRESQL, ProgramVersion.of(postgresMajor));
        var repmgr = ProgramVersion.parse(repmgrVersion);
        var pgpool = ProgramVersion.parse(pgpoolVersion);
        versions = repmgr.isEmpty() ? versions : versions.with(LabProgram.REPMGR, repmgr.get());
        return pgpool.isEmpty() ? versions : versions.with(LabProgram.PGPOOL, pgpool.get());
    }

    /** Returns the path of a program of PostgreSQL: {@code postgres("pg_ctl")}. */
    public Path postgres(String program) {
        return postgresBin.resolve(program);
    }

    /** Returns the path of a pcp tool of Pgpool-II: {@code pcp("pcp_attach_node")}. */
    public Path pcp(String tool) {
        return pcpBin.resolve(tool);
    }

    public Path repmgr() {
        return postgresBin.resolve("repmgr");
    }

    public Path repmgrd() {
        return postgresBin.resolve("repmgrd");
    }

    /**
     * Returns the environment that these programs need: {@code PATH} with their directories first, and {@code LD_LIBRARY_PATH} if some of
     * them are not installed. It contains nothing of this process's environment, so it is the same for every user.
     */
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("PATH", String.join(":", searchPath()));
        if (!libraryDirectories.isEmpty()) {
            environment.put(
                    "LD_LIBRARY_PATH",
                    libraryDirectories.stream().map(Path::toString).collect(Collectors.joining(":")));
        }
        return environment;
    }

    /** Returns what the lab's hosts need to run these programs. */
    public HostPrograms ofHosts() {
        return new HostPrograms(root, environment());
    }

    /** Returns whether every program is still where it was found. */
    public boolean areThere() {
        return Stream.concat(Stream.of(postgres("postgres"), repmgr(), repmgrd(), pcp("pcp_attach_node")), singles())
                .map(root::outside)
                .allMatch(Files::isExecutable);
    }

    /**
     * Writes them atomically to a file that {@link #read} can read.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        BinariesFile.write(this, file);
    }

    /**
     * Reads a file that {@link #write} has written.
     *
     * @throws LabException if the file cannot be read or is not valid
     */
    public static Binaries read(Path file) {
        try {
            return BinariesFile.read(file);
        } catch (IOException e) {
            throw unreadable(file, Reason.of(e));
        } catch (IllegalArgumentException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static LabException unreadable(Path file, String why) {
        return LabException.failed(
                file + " does not say where the lab's programs are",
                why,
                "up, which finds them again and writes the file");
    }

    private LinkedHashSet<String> searchPath() {
        var directories = new LinkedHashSet<String>();
        directories.add(postgresBin.toString());
        directories.add(pcpBin.toString());
        singles().map(program -> program.getParent().toString()).forEach(directories::add);
        if (!libraryDirectories.isEmpty()) {
            // Debian's iproute2 has ip in bin and tc in sbin.
            directories.add(ip.resolveSibling("../sbin").normalize().toString());
        }
        directories.addAll(USUAL_PATH);
        return directories;
    }

    private Stream<Path> singles() {
        return Stream.of(pgpool, ip, arping, ping, socat, unshare, nsenter);
    }
}
