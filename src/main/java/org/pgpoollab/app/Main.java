package org.pgpoollab.app;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pgpoollab.console.Console;
import org.pgpoollab.console.ConsoleSetting;
import org.pgpoollab.console.FullScreen;
import org.pgpoollab.console.Signals;
import org.pgpoollab.screen.terminal.LabFeed;
import org.pgpoollab.screen.terminal.LiveScreen;
import org.pgpoollab.screen.terminal.PlainDisplay;
import org.pgpoollab.session.Interruption;
import org.pgpoollab.topology.StateHome;

/** The entry point of the program. It loads only the classes that the typed command needs. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var interruption = new Interruption();
        var signals = Signals.leadTo(interruption);
        var setting = ConsoleSetting.ofProcess();
        var exit = console(setting, interruption, LiveScreen::new).run(List.of(arguments));
        setting.results().flush();
        setting.messages().flush();
        signals.ended();
        System.exit(exit.status());
    }

    /** @param screen creates the full screen from the supplier of its feed */
    static Console console(
            ConsoleSetting setting, Interruption interruption, Function<Supplier<LabFeed>, FullScreen> screen) {
        return new Console(
                setting,
                (options, tell) -> new LocalLabSession(options, labs(setting), setting.environment(), tell),
                interruption,
                new PlainDisplay(setting),
                screen.apply(() -> new LiveLabFeed(labs(setting), setting.environment(), setting.clock())));
    }

    private static LabRegistry labs(ConsoleSetting setting) {
        return new LabRegistry(StateHome.of(setting.environment()));
    }
}
