package dev.slipway.plan.resource;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import dev.slipway.toolkit.web.Cursor;
import dev.slipway.toolkit.web.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.r2dbc.core.R2dbcEntityTemplate;
import org.springframework.data.relational.core.query.Criteria;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resources of one kind in their table. */
public final class StoredResources<T extends Resource> implements Resources<T> {
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt", "id");
    private static final Sort OLDEST_FIRST = Sort.by(Sort.Direction.ASC, "createdAt", "id");

    private final R2dbcEntityTemplate template;
    private final Class<T> type;
    private final String kind;

    /** Reaches the table of the given type; the kind is what people call it. */
    public StoredResources(R2dbcEntityTemplate template, Class<T> type, String kind) {
        this.template = template;
        this.type = type;
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Mono<T> get(UUID id) {
        return template.selectOne(query(where("id").is(id)), type)
                .switchIfEmpty(Mono.error(() -> new ResourceNotFound(kind, id)));
    }

    @Override
    public Mono<T> named(String name) {
        return template.selectOne(query(where("name").is(name)), type);
    }

    @Override
    public Flux<T> named(Collection<String> names) {
        return names.isEmpty()
                ? Flux.empty()
                : template.select(query(where("name").in(names)), type);
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return (ids.isEmpty()
                        ? Flux.<T>empty()
                        : template.select(query(where("id").in(ids)), type))
                .collectMap(Resource::id, Resource::name);
    }

    @Override
    public Flux<T> all() {
        return template.select(query(Criteria.empty()).sort(OLDEST_FIRST), type);
    }

    @Override
    public Flux<T> with(String property, Object value) {
        return template.select(query(where(property).is(value)).sort(OLDEST_FIRST), type);
    }

    @Override
    public Mono<Page<T>> page(ListQuery list) {
        var asked = query(conditions(list)).sort(NEWEST_FIRST).limit(list.size() + 1);
        return template.select(asked, type)
                .collectList()
                .map(rows -> Page.of(rows, list.size(), row -> new Cursor(row.createdAt(), row.id())));
    }

    /** The filter has to come first: a criteria that ends in an alternative does not take another one beside it. */
    private static Criteria conditions(ListQuery list) {
        var after = after(list);
        return after.isEmpty() ? filter(list) : filter(list).and(after);
    }

    private static Criteria after(ListQuery list) {
        var cursor = list.after();
        return cursor == null
                ? Criteria.empty()
                : where("createdAt")
                        .lessThan(cursor.at())
                        .or(where("createdAt").is(cursor.at()).and("id").lessThan(cursor.id()));
    }

    private static Criteria filter(ListQuery list) {
        var part = list.name();
        return part == null
                ? Criteria.empty()
                : where("name").like("%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    @Override
    public Flux<T> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Flux.empty();
        }
        var table = template.getDataAccessStrategy().getTableName(type).getReference();
        return template.getDatabaseClient()
                .sql("select id from " + table + " where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(UUID[]::new))
                .fetch()
                .all()
                .thenMany(Flux.defer(() -> template.select(query(where("id").in(ids)), type)));
    }

    @Override
    public Mono<T> save(T resource) {
        var saved = resource.version() == null ? template.insert(resource) : template.update(resource);
        return saved.onErrorMap(DuplicateKeyException.class, taken -> refusal(taken, resource));
    }

    private RuntimeException refusal(DuplicateKeyException taken, T resource) {
        return String.valueOf(taken.getMessage()).contains("_name_key") ? new NameTaken(kind, resource.name()) : taken;
    }

    @Override
    public Mono<Void> delete(T resource) {
        var exactly = where("id").is(resource.id()).and("version").is(Objects.requireNonNull(resource.version()));
        return template.delete(query(exactly), type)
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new OptimisticLockingFailureException(kind + " changed meanwhile")))
                .then();
    }
}
