package org.pgpoollab.app;

import java.util.List;
import org.pgpoollab.LabException;
import org.pgpoollab.command.Desk;
import org.pgpoollab.command.Interruption;
import org.pgpoollab.command.ProgramOptions;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.Signals;

/** Where the process begins. Loads nothing that the command typed does not need. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var interruption = new Interruption();
        var signals = Signals.leadTo(interruption);
        var setting = Console.Setting.ofProcess();
        var exit = new Console(setting, Main::open, interruption).run(List.of(arguments));
        setting.results().flush();
        setting.messages().flush();
        signals.ended();
        System.exit(exit.status());
    }

    private static Desk open(ProgramOptions options) {
        throw LabException.failed("No lab can be reached", "this build has no engine", "");
    }
}
