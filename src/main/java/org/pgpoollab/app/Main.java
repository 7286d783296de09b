package org.pgpoollab.app;

import java.util.List;
import org.pgpoollab.command.Interruption;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.Signals;
import org.pgpoollab.screen.terminal.LiveScreen;
import org.pgpoollab.screen.terminal.StillStage;
import org.pgpoollab.topology.StateHome;

/** Where the process begins. Loads nothing that the command typed does not need. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var interruption = new Interruption();
        var signals = Signals.leadTo(interruption);
        var setting = Console.Setting.ofProcess();
        var screen = new LiveScreen(() -> new LabBackstage(labs(setting), setting.environment(), setting.clock()));
        var exit = new Console(
                        setting,
                        (options, tell) -> new LabDesk(options, labs(setting), setting.environment(), tell),
                        interruption,
                        new StillStage(setting.environment(), setting.clock()),
                        screen)
                .run(List.of(arguments));
        setting.results().flush();
        setting.messages().flush();
        signals.ended();
        System.exit(exit.status());
    }

    private static Labs labs(Console.Setting setting) {
        return new Labs(StateHome.of(setting.environment()));
    }
}
