package org.pgpoollab.engine.compose;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.LabException;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Shell;

/** A fake shell with docker and compose. It gives the answers that it was told to give, nothing to all else, and records what ran. */
final class FakeDocker implements Shell {

    final List<String> ran = new ArrayList<>();
    private final Map<String, Ended> answers = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /** Makes every command whose line contains the words end with status 0 and this output. */
    FakeDocker saying(String words, String output) {
        answers.put(words, new Ended(0, output, ""));
        return this;
    }

    FakeDocker failing(String words, String errors) {
        answers.put(words, new Ended(1, "", errors));
        return this;
    }

    FakeDocker without(String program) {
        missing.add(program);
        return this;
    }

    /** A machine on which a lab can run: a daemon of this machine, and compose version 2. */
    static FakeDocker working() {
        return new FakeDocker()
                .saying("docker version", "24.0.7\n")
                .saying("docker context inspect", "unix:///var/run/docker.sock\n")
                .saying("docker info", "[\"name=seccomp,profile=default\"]\n")
                .saying("docker compose version", "Docker Compose version v2.24.0\n")
                .saying("network ls -q", "1\n2\n")
                .saying("network inspect", "bridge 172.17.0.0/16\nhost\n");
    }

    @Override
    public Ended run(Command command) {
        var line = command.shellLine();
        if (missing.contains(command.argv().get(0))) {
            throw LabException.missing(command.argv().get(0) + " cannot be started", "No such file or directory", "");
        }
        ran.add(line);
        return answers.entrySet().stream()
                .filter(answer -> line.contains(answer.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Ended(0, "", ""));
    }

    @Override
    public int relay(Command command, OutputStream output, OutputStream errors) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int interact(Command command) {
        throw new UnsupportedOperationException();
    }
}
