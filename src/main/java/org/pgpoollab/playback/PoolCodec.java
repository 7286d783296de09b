package org.pgpoollab.playback;

import java.util.List;
import org.pgpoollab.cluster.BackendStatus;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.ReplicationRole;
import org.pgpoollab.cluster.WatchdogFacts;

/** The fields of what is known of a pgpool. */
final class PoolCodec {

    static final FieldCodec<List<BackendView>> BACKENDS = FieldCodec.ofList(FieldCodec.of(
            (view, out) -> out.number(view.backend())
                    .text(view.node())
                    .word(view.status())
                    .text(view.pgStatus())
                    .word(view.role())
                    .text(view.pgRole())
                    .text(view.weight())
                    .number(view.selects())
                    .bit(view.loadBalanceNode())
                    .text(view.replicationDelay())
                    .text(view.replicationState())
                    .text(view.replicationSyncState())
                    .text(view.lastStatusChange()),
            in -> new BackendView(
                    in.whole(),
                    in.text(),
                    in.word(BackendStatus.class),
                    in.text(),
                    in.word(ReplicationRole.class),
                    in.text(),
                    in.text(),
                    in.number(),
                    in.bit(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text())));

    private static final FieldCodec<WatchdogFacts.Member> MEMBER = FieldCodec.of(
            (member, out) -> out.text(member.name()).text(member.state()).text(member.membership()),
            in -> new WatchdogFacts.Member(in.text(), in.text(), in.text()));

    static final FieldCodec<WatchdogFacts> WATCHDOG = FieldCodec.of(
            (facts, out) -> out.text(facts.quorum())
                    .text(facts.leader())
                    .number(facts.needed())
                    .list(facts.members(), MEMBER),
            in -> new WatchdogFacts(in.text(), in.text(), in.whole(), in.list(MEMBER)));

    static final FieldCodec<Boolean> HOLDS_VIP = FieldCodec.of((holds, out) -> out.bit(holds), FieldReader::bit);

    static final FieldCodec<ClientCount> CLIENTS = FieldCodec.of(
            (count, out) -> out.number(count.connected()).number(count.most()).number(count.maxPool()),
            in -> new ClientCount(in.whole(), in.whole(), in.whole()));

    static final FieldCodec<ClientFacts> CLIENT = FieldCodec.of(
            (facts, out) -> out.bit(facts.onStandby()).bit(facts.readOnly()).text(facts.actsAs()),
            in -> new ClientFacts(in.bit(), in.bit(), in.text()));

    private PoolCodec() {}
}
