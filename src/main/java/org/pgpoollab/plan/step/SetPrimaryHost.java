package org.pgpoollab.plan.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.Reason;
import org.pgpoollab.StagedFile;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.generate.EnvFile;

/** Writes the name of the true primary into the .env of a folder for Bitnami's images. */
public record SetPrimaryHost(Path file, String primary) implements Step {

    @Override
    public String title() {
        return "write " + EnvFile.PRIMARY_HOST + "=" + primary + " into " + file;
    }

    @Override
    public List<ShellLine> shell() {
        return List.of(ShellLine.here("sed -i 's/^" + EnvFile.PRIMARY_HOST + "=.*/" + EnvFile.PRIMARY_HOST + "="
                + primary + "/' " + ShellQuoting.quote(file.toString())));
    }

    @Override
    public void perform(StepContext context, Progress progress) {
        try {
            var before = new EnvFile(Files.readString(file));
            StagedFile.write(file, before.with(EnvFile.PRIMARY_HOST, primary).text(), false);
        } catch (IOException e) {
            throw LabException.failed(file + " cannot be read", Reason.of(e), "");
        }
    }
}
