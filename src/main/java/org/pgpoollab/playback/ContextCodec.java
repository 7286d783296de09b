package org.pgpoollab.playback;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.MachineLoad;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.FaultText;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

/** The fields of the circumstances of a snapshot, and of the active faults. */
final class ContextCodec {

    private static final FieldCodec<String> TEXT = FieldCodec.of((text, out) -> out.text(text), FieldReader::text);

    private static final FieldCodec<Fault> FAULT = FieldCodec.of(
            (fault, out) -> out.text(fault.text()),
            in -> FaultText.parse(in.text()).orElseThrow(() -> new DamagedSnapshotException("an unknown fault")));

    static final FieldCodec<Faults> FAULTS = FieldCodec.of(
            (faults, out) -> out.list(List.copyOf(faults.all()), FAULT),
            in -> new Faults(new LinkedHashSet<>(in.list(FAULT))));

    /** The load is written in hundredths, time in milliseconds: both change all the time, and nobody sees more of them. */
    private static final FieldCodec<MachineLoad> MACHINE = FieldCodec.of(
            (machine, out) -> out.number(Math.round(machine.load() * 100))
                    .number(machine.processors())
                    .number(machine.span().toMillis())
                    .number(machine.withheld().toMillis()),
            in -> new MachineLoad(
                    in.number() / 100.0, in.whole(), Duration.ofMillis(in.number()), Duration.ofMillis(in.number())));

    private static final FieldCodec<HostTrouble> HOST = FieldCodec.of(
            (trouble, out) ->
                    out.text(trouble.node().name()).word(trouble.kind()).text(trouble.why()),
            in -> new HostTrouble(node(in.text()), in.word(HostTrouble.Kind.class), in.text()));

    private static final FieldCodec<ProgramVersion> VERSION = FieldCodec.of(
            (version, out) -> out.text(version.toString()),
            in -> ProgramVersion.parse(in.text())
                    .orElseThrow(() -> new DamagedSnapshotException("an unknown version")));

    private record VersionsOfProgram(LabProgram program, List<ProgramVersion> versions) {}

    /** All versions of one program, ascending: a lab has several of Pgpool-II during an upgrade. */
    private static final FieldCodec<VersionsOfProgram> PROGRAM = FieldCodec.of(
            (each, out) -> out.word(each.program()).list(each.versions(), VERSION),
            in -> new VersionsOfProgram(in.word(LabProgram.class), in.list(VERSION)));

    private static final FieldCodec<ProgramVersions> VERSIONS = FieldCodec.of(
            (versions, out) -> out.list(
                    Stream.of(LabProgram.values())
                            .map(program -> new VersionsOfProgram(program, versions.every(program)))
                            .filter(each -> !each.versions().isEmpty())
                            .toList(),
                    PROGRAM),
            in -> versions(in.list(PROGRAM)));

    static final FieldCodec<ObservationContext> CONTEXT = FieldCodec.of(
            (context, out) -> out.bit(context.starting())
                    .with(context.machine(), MACHINE)
                    .list(context.others(), TEXT)
                    .bit(context.unfinished())
                    .number(context.room())
                    .list(context.hosts(), HOST)
                    .with(context.versions(), VERSIONS),
            in -> new ObservationContext(
                    in.bit(),
                    in.with(MACHINE),
                    in.list(TEXT),
                    in.bit(),
                    in.number(),
                    in.list(HOST),
                    in.with(VERSIONS)));

    private ContextCodec() {}

    private static ProgramVersions versions(List<VersionsOfProgram> programs) {
        var all = ProgramVersions.UNKNOWN;
        for (var each : programs) {
            if (each.versions().isEmpty()) {
                throw new DamagedSnapshotException("a program without a version");
            }
            all = each.program() == LabProgram.PGPOOL
                    ? all.withPgpools(each.versions())
                    : all.with(each.program(), each.versions().get(0));
        }
        return all;
    }

    private static Node node(String name) {
        return Node.parse(name).orElseThrow(() -> new DamagedSnapshotException("an unknown node"));
    }
}
