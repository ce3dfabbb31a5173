package org.fengqiao.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.EntityTags;
import org.fengqiao.kit.web.Page;

/** Answers about records: entity tag, location, pages in id order. */
@ApplicationScoped
public class Answers {

    /** 200 with the record's version as strong entity tag. */
    public Response of(Recorded record, Object view) {
        return Response.ok(view).header(HttpHeaders.ETAG, EntityTags.of(record.version())).build();
    }

    /**
     * 201 with location and entity tag.
     *
     * @param path below the service's root: {@code v1/cases}
     */
    public Response created(String path, Recorded record, Object view) {
        return Response.created(URI.create(path + "/" + record.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(record.version()))
                .build();
    }

    /**
     * A page of records, newest first.
     *
     * @param rows reads at most so many records before an id (null: from the newest)
     */
    public <R extends Recorded, V> Page<V> page(
            Integer limit,
            String cursor,
            BiFunction<UUID, Integer, List<R>> rows,
            Function<R, V> view) {
        int size = Cursor.limit(limit);
        List<R> found = rows.apply(cursor == null ? null : id(cursor), size + 1);
        boolean more = found.size() > size;
        List<R> shown = more ? found.subList(0, size) : found;
        String next = more ? Cursor.encode(shown.get(size - 1).id().toString()) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /**
     * The id that a cursor of a page in the order of ids tells.
     *
     * @throws org.fengqiao.kit.web.Refusal 400 for one that tells none
     */
    public static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor).get(0));
        } catch (IllegalArgumentException e) {
            throw Cursor.invalid();
        }
    }
}
