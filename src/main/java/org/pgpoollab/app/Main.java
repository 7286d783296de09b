package org.pgpoollab.app;

import java.util.List;
import org.pgpoollab.command.Desk;
import org.pgpoollab.command.Interruption;
import org.pgpoollab.command.ProgramOptions;
import org.pgpoollab.command.Stage;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.Signals;
import org.pgpoollab.topology.StateHome;

/** Where the process begins. Loads nothing that the command typed does not need. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var interruption = new Interruption();
        var signals = Signals.leadTo(interruption);
        var setting = Console.Setting.ofProcess();
        var exit = new Console(setting, options -> open(options, setting), interruption, Stage.PLAIN, FullScreen.NONE)
                .run(List.of(arguments));
        setting.results().flush();
        setting.messages().flush();
        signals.ended();
        System.exit(exit.status());
    }

    private static Desk open(ProgramOptions options, Console.Setting setting) {
        var labs = new Labs(StateHome.of(setting.environment()));
        return new LabDesk(options, labs, setting.environment(), line -> {
            setting.messages().println("  " + line);
            setting.messages().flush();
        });
    }
}
