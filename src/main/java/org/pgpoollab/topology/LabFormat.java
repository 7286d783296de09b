package org.pgpoollab.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.pgpoollab.LabException;
import org.pgpoollab.OwnVersion;
import org.pgpoollab.Reason;
import org.pgpoollab.StagedFile;

/**
 * The format of a lab's files, written down with the lab: a program must not change a lab of a newer one, of which it understands a part.
 * Versions of the program that read and write the same files have the same format, and may work on one lab.
 *
 * @param number grows with each change after which an earlier program would misread a lab
 * @param program the version of the program that wrote it
 */
public record LabFormat(int number, String program) {

    /** The format of this program. */
    static final int CURRENT = 1;

    private static final Pattern TEXT = Pattern.compile("format (\\d{1,6}), by pgpool-lab (\\S+)\\s*");

    /** Notes that the lab's files have the format of this program. */
    public static void write(LabDirectory lab) {
        var text = "format " + CURRENT + ", by pgpool-lab " + OwnVersion.read().orElse("built-from-source") + "\n";
        StagedFile.write(lab.format(), text, false);
    }

    /** @throws LabException if the lab's files have a newer format than this program understands, or none that can be read */
    public static void requireKnown(LabDirectory lab) {
        if (!Files.exists(lab.format())) {
            return;
        }
        var format = read(lab);
        if (format.number > CURRENT) {
            throw LabException.failed(
                    "the lab " + lab.root().getFileName() + " belongs to a newer pgpool-lab: " + format.program,
                    "its files have format " + format.number + "; this program"
                            + OwnVersion.read()
                                    .map(own -> ", pgpool-lab " + own + ",")
                                    .orElse("")
                            + " understands no newer format than " + CURRENT,
                    "pgpool-lab " + format.program + " or later, or make another lab: up --name other");
        }
    }

    private static LabFormat read(LabDirectory lab) {
        try {
            var text = TEXT.matcher(Files.readString(lab.format(), StandardCharsets.UTF_8));
            if (text.matches()) {
                return new LabFormat(Integer.parseInt(text.group(1)), text.group(2));
            }
            throw unreadable(lab, "it says no format");
        } catch (IOException e) {
            throw unreadable(lab, Reason.of(e));
        }
    }

    private static LabException unreadable(LabDirectory lab, String why) {
        return LabException.failed(lab.format() + " cannot be read", why, "remove it, if this program made the lab");
    }
}
