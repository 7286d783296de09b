package org.pgpoollab.engine.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;

/** Builds the commands that run a program in a container of the lab. Nothing of this process's environment gets there. */
record ContainerCommands(ContainerNames names, HostAccount account) {

    /** What a container needs to enter the file system of another and mount there; it is less than all rights. */
    static final List<String> MOUNTER = List.of(
            "--cap-add=SYS_ADMIN",
            "--cap-add=SYS_PTRACE",
            "--security-opt=apparmor=unconfined",
            "--entrypoint=nsenter");

    /** Returns the command that runs one on a host, under an account other than {@link Account#MOUNTER}. */
    Command on(String host, Account who, Command command) {
        var words = new ArrayList<>(account.prefix(who));
        words.addAll(command.argv());
        var home = host.equals(Engine.UTILITY) ? Engine.NODE_DIRECTORY + "/client" : Engine.NODE_DIRECTORY;
        return exec(names.container(host), account.execUser(who), home, command, words);
    }

    /** Returns the command that runs a client program on the utility host. */
    Command asClient(Command program) {
        return on(Engine.UTILITY, Account.POSTGRES, program);
    }

    private static Command exec(String container, String user, String home, Command command, List<String> program) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("HOME", home);
        variables.put("TZ", "UTC");
        variables.putAll(command.environment());
        var onTerminal = List.of("docker", "exec", "-it", "-e", "TERM", "-u", user);
        return new Command(
                        words(List.of("docker", "exec", "-i", "-u", user), variables, container, program),
                        Map.of(),
                        command.input(),
                        command.deadline())
                .onTerminal(words(onTerminal, variables, container, program));
    }

    private static List<String> words(
            List<String> docker, Map<String, String> variables, String container, List<String> program) {
        var words = new ArrayList<>(docker);
        variables.forEach((name, value) -> words.addAll(List.of("-e", name + "=" + value)));
        words.add(container);
        words.addAll(program);
        return words;
    }

    /**
     * Returns the command that runs one with the right to mount in the file system of a host. The host itself does not have this right, so
     * another container, which ends with the program, enters the host's file system.
     *
     * @param image the image of the host: another version of this program may have made it
     */
    Command mounter(String host, String image, Command command) {
        var words = new ArrayList<>(List.of(
                "docker",
                "run",
                "--rm",
                "-i",
                "--network=none",
                "--label=" + ContainerNames.LAB + "=" + names.lab(),
                "--label=" + ContainerNames.DIRECTORY + "=" + names.directory(),
                "--label=" + ContainerNames.HOST + "=mounter",
                "--pid=container:" + names.container(host)));
        words.addAll(MOUNTER);
        words.addAll(List.of(image, "--target=1", "--mount", "--"));
        words.addAll(command.argv());
        return new Command(words, Map.of(), command.input(), command.deadline());
    }
}
