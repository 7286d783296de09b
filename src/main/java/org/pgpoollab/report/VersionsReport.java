package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.topology.Release;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersions;

/**
 * Reports which versions of the programs a lab can have.
 *
 * @param machine the programs of this machine; unknown if some are missing
 * @param cached the root directories in the cache
 */
public record VersionsReport(ProgramVersions machine, List<FetchedRelease> cached) implements Report {

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.left("release"),
            TableColumn.left("fetched"),
            TableColumn.left("PostgreSQL"),
            TableColumn.left("repmgr"),
            TableColumn.left("Pgpool-II"),
            TableColumn.right("size"),
            TableColumn.left("labs"));

    /**
     * A root directory in the cache.
     *
     * @param date the day on which it was fetched
     * @param damage what is wrong with its files; empty if nothing is
     * @param labs the names of the labs that were last started with it
     */
    public record FetchedRelease(
            Release release,
            String date,
            ProgramVersions versions,
            long bytes,
            String damage,
            String directory,
            List<UsingLab> labs) {

        public FetchedRelease {
            labs = List.copyOf(labs);
        }
    }

    /**
     * A lab that was last started with a root directory.
     *
     * @param stateHome the XDG_STATE_HOME of a lab that is not among the labs of this one; empty otherwise
     * @param user whose lab it is; empty if it is not known, or among the labs of this state directory
     */
    public record UsingLab(String name, boolean running, String stateHome, String user) {

        /** Creates a lab of this state directory. */
        public UsingLab(String name, boolean running) {
            this(name, running, "", "");
        }

        /** Returns its name, with where it is if it is not among the labs of this state directory. */
        public String place() {
            return name + (stateHome.isEmpty() ? "" : " in " + stateHome);
        }

        private String text() {
            return place() + (running ? " (runs)" : " (stopped)");
        }
    }

    public VersionsReport {
        cached = List.copyOf(cached);
    }

    /** Returns the releases of Debian itself that can be fetched: those that are not in the cache, or only damaged. */
    public List<Release> fetchable() {
        return Release.ALL.stream()
                .filter(release -> !release.isOfMachine())
                .filter(release ->
                        of(release).stream().noneMatch(root -> root.damage().isEmpty()))
                .toList();
    }

    /** Returns the root directories of a release in the cache. */
    public List<FetchedRelease> of(Release release) {
        return cached.stream().filter(root -> root.release().equals(release)).toList();
    }

    @Override
    public boolean advises() {
        return true;
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var rows = new ArrayList<List<ReportCell>>();
        rows.add(row(Release.OF_MACHINE.name(), "", machine, "", ""));
        cached.forEach(root -> rows.add(row(
                root.release().name(),
                root.date(),
                root.versions(),
                ByteSize.text(root.bytes()),
                String.join(", ", root.labs().stream().map(UsingLab::text).toList()))));
        var lines = new ArrayList<>(new Table(COLUMNS, rows).lines(look));
        cached.stream()
                .filter(root -> !root.damage().isEmpty())
                .forEach(root -> lines.add(VisibleText.of(
                        "! " + root.release() + " of " + root.date() + " is damaged and not used: " + root.damage(),
                        look)));
        if (!machine.areKnown()) {
            lines.add("! this machine has not all programs of a lab; the first up fetches them, doctor names them");
        }
        if (!fetchable().isEmpty()) {
            lines.add("can be fetched: " + String.join(", ", names(fetchable())));
            lines.add("  try      versions fetch " + fetchable().get(0));
        }
        lines.add("with another PostgreSQL, of apt.postgresql.org: bookworm-pgdg-N, trixie-pgdg-N");
        lines.add("  try      versions fetch " + Release.EXAMPLE_OF_PGDG);
        return lines;
    }

    private static List<ReportCell> row(
            String release, String date, ProgramVersions versions, String size, String labs) {
        var cells = new ArrayList<>(List.of(ReportCell.plain(release), ReportCell.plain(date)));
        for (var program : LabProgram.values()) {
            cells.add(versions.of(program).map(ReportCell::plain).orElseGet(ReportCell::unknown));
        }
        cells.add(ReportCell.plain(size));
        cells.add(ReportCell.plain(labs));
        return cells;
    }

    private static List<String> names(List<Release> releases) {
        return releases.stream().map(Release::name).toList();
    }

    @Override
    public Map<String, Object> json() {
        return new JsonFields()
                .with("machine", json(machine))
                .with("cached", cached.stream().map(VersionsReport::json).toList())
                .with("fetchable", names(fetchable()))
                .map();
    }

    private static Map<String, Object> json(FetchedRelease root) {
        return new JsonFields()
                .with("release", root.release().name())
                .with("fetched", root.date())
                .with("programs", json(root.versions()))
                .with("bytes", root.bytes())
                .with("damage", root.damage())
                .with("directory", root.directory())
                .with("labs", root.labs().stream().map(VersionsReport::json).toList())
                .map();
    }

    private static Map<String, Object> json(UsingLab lab) {
        return new JsonFields()
                .with("name", lab.name())
                .with("running", lab.running())
                .with("stateHome", lab.stateHome())
                .with("user", lab.user())
                .map();
    }

    /** Returns the version of each program; null if it is not known. */
    static Map<String, Object> json(ProgramVersions versions) {
        var programs = new LinkedHashMap<String, Object>();
        for (var program : LabProgram.values()) {
            programs.put(
                    program.word(), versions.of(program).map(Object::toString).orElse(null));
        }
        return programs;
    }
}
