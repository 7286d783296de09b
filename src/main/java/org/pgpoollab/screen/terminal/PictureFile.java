package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.screen.picture.AnsiWriter;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.SvgColours;
import org.pgpoollab.screen.picture.SvgWriter;
import org.pgpoollab.topology.Lab;

/** A picture in a file, in the format that the file's name ends with. */
final class PictureFile {

    private PictureFile() {}

    /**
     * Writes over a file that is there.
     *
     * @param colours those of an SVG; the other formats have the reader's
     * @throws LabException if it cannot be written
     */
    static void write(Picture picture, Lab lab, SvgColours colours, Path file) {
        try {
            Files.writeString(file, text(picture, lab, colours, file.toString().toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw LabException.failed("The picture cannot be written", Reason.of(e), "screenshot ANOTHER.svg");
        }
    }

    private static String text(Picture picture, Lab lab, SvgColours colours, String name) {
        if (name.endsWith(".txt")) {
            return picture.text();
        }
        if (name.endsWith(".ansi")) {
            return AnsiWriter.text(picture);
        }
        return SvgWriter.write(picture, colours, "pgpool-lab " + lab.name());
    }
}
