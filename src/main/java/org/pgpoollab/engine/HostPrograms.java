package org.pgpoollab.engine;

import java.util.Map;

/**
 * What a host of a lab needs to run programs.
 *
 * @param environment of all programs, with a PATH of the hosts that contains ip, socat and util-linux
 */
public record HostPrograms(RootDirectory root, Map<String, String> environment) {

    public HostPrograms {
        environment = Map.copyOf(environment);
    }

    /** Returns those of hosts whose root directory is the machine's. */
    public static HostPrograms ofMachine(Map<String, String> environment) {
        return new HostPrograms(RootDirectory.OF_MACHINE, environment);
    }

    /** Returns those of a lab that is only looked at or ended. */
    public static HostPrograms none() {
        return ofMachine(Map.of());
    }

    /** Returns a command that runs a program of the hosts outside of them, on this machine. */
    public Command outside(Command program) {
        var command = new Command(
                root.words(program.argv()),
                program.environment(),
                program.input(),
                program.deadline(),
                program.inherits(),
                program.onTerminal());
        for (var variable : environment.entrySet()) {
            command = command.with(variable.getKey(), variable.getValue());
        }
        return command;
    }
}
