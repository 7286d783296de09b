package org.pgpoollab.screen.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.pgpoollab.LabException;
import org.pgpoollab.screen.View;
import org.pgpoollab.screen.picture.AnsiWriter;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.SvgColours;
import org.pgpoollab.screen.picture.SvgWriter;

/** A picture in a file, in the format that the file's name ends with. */
final class PictureFile {

    private PictureFile() {}

    /** @throws LabException if it cannot be written */
    static void write(Picture picture, View view, Path file) {
        try {
            Files.writeString(file, text(picture, view, file.toString().toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw LabException.failed(
                    "The picture cannot be written", String.valueOf(e.getMessage()), "screenshot ANOTHER.svg");
        }
    }

    private static String text(Picture picture, View view, String name) {
        if (name.endsWith(".txt")) {
            return picture.text();
        }
        if (name.endsWith(".ansi")) {
            return AnsiWriter.text(picture);
        }
        return SvgWriter.write(
                picture, SvgColours.DARK, "pgpool-lab " + view.lab().name());
    }
}
