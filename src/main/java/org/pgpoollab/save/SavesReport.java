package org.pgpoollab.save;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.report.ByteSize;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.ReportCell;
import org.pgpoollab.report.Table;
import org.pgpoollab.report.TableColumn;
import org.pgpoollab.report.TerminalLook;

/**
 * The saves of a lab, the oldest first.
 *
 * @param unreadable the names of saves that cannot be read
 * @param unfinished a restore that was not completed, if there is one
 * @param zone of the times that are shown to people
 */
public record SavesReport(List<Save> saves, List<String> unreadable, List<UnfinishedRestore> unfinished, ZoneId zone)
        implements Report {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.left("name"),
            TableColumn.left("saved"),
            TableColumn.right("size"),
            TableColumn.left("the lab was"),
            TableColumn.left("with"));

    public SavesReport {
        saves = List.copyOf(saves);
        unreadable = List.copyOf(unreadable);
        unfinished = List.copyOf(unfinished);
    }

    public static SavesReport of(SaveStore store, ZoneId zone) {
        return new SavesReport(
                store.all(),
                store.unreadable(),
                UnfinishedRestore.of(store).stream().toList(),
                zone);
    }

    /** Describes a save in one line. */
    public static String line(Save save, ZoneId zone) {
        return save.name() + ": " + time(save.at(), zone) + ", " + ByteSize.text(save.bytes()) + ", "
                + save.condition();
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    @Override
    public boolean advises() {
        return true;
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<String>();
        if (saves.isEmpty() && unreadable.isEmpty() && unfinished.isEmpty()) {
            return List.of("no saves; 'save NAME' makes one");
        }
        if (!saves.isEmpty()) {
            lines.addAll(new Table(COLUMNS, saves.stream().map(this::row).toList()).lines(look));
        }
        for (var name : unreadable) {
            lines.add("! " + name + " cannot be read: it is damaged, or a later version of this program has made it");
            lines.add("  try      " + ShellQuoting.join(List.of("saves", "remove", name)));
        }
        for (var restore : unfinished) {
            lines.add("! " + restore.problem().what() + ": " + restore.problem().why());
            lines.add("  try      " + restore.problem().remedy());
        }
        return lines;
    }

    private List<ReportCell> row(Save save) {
        return List.of(
                ReportCell.plain(save.name()),
                ReportCell.plain(time(save.at(), zone)),
                ReportCell.plain(ByteSize.text(save.bytes())),
                ReportCell.plain(save.condition()),
                ReportCell.plain(save.versions()));
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("saves", saves.stream().map(SavesReport::tree).toList());
        tree.put("unreadable", unreadable);
        tree.put(
                "unfinishedRestores",
                unfinished.stream().map(UnfinishedRestore::save).toList());
        return tree;
    }

    private static Map<String, Object> tree(Save save) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", save.name());
        tree.put("saved", save.at().toString());
        tree.put("bytes", save.bytes());
        tree.put("running", save.state().running());
        tree.put("healthy", save.state().isHealthy());
        tree.put("findings", save.state().findings());
        tree.put("faults", save.state().faults().all().stream().map(Fault::text).toList());
        tree.put("versions", save.versions());
        return tree;
    }
}
