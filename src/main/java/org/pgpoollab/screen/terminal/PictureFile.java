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

/** Writes a picture to a file, in the format of the file's extension. */
final class PictureFile {

    private PictureFile() {}

    /**
     * Writes the picture, and overwrites an existing file.
     *
     * @param colours the colours of an SVG file; the other formats use the viewer's
     * @throws LabException if the file cannot be written
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
