package org.pgpoollab.playback;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Writes the values of one type as fields, and reads them in the same order. */
interface FieldCodec<T> {

    void write(T value, FieldWriter out);

    /** @throws DamagedSnapshotException if the fields are not those of a value of this type */
    T read(FieldReader in);

    static <T> FieldCodec<T> of(BiConsumer<T, FieldWriter> writer, Function<FieldReader, T> reader) {
        return new FieldCodec<>() {
            @Override
            public void write(T value, FieldWriter out) {
                writer.accept(value, out);
            }

            @Override
            public T read(FieldReader in) {
                return reader.apply(in);
            }
        };
    }

    static <T> FieldCodec<List<T>> ofList(FieldCodec<T> element) {
        return of((values, out) -> out.list(values, element), in -> in.list(element));
    }
}
