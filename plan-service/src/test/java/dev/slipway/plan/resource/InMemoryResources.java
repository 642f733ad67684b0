package dev.slipway.plan.resource;

import dev.slipway.toolkit.web.Page;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resources of one kind that live as long as a test. */
public final class InMemoryResources<T extends Resource> implements Resources<T> {
    private final Map<UUID, T> rows = new LinkedHashMap<>();
    private final String kind;

    public InMemoryResources(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Mono<T> get(UUID id) {
        return Mono.justOrEmpty(rows.get(id)).switchIfEmpty(Mono.error(() -> new ResourceNotFound(kind, id)));
    }

    @Override
    public Mono<T> named(String name) {
        return all().filter(row -> row.name().equals(name)).next();
    }

    @Override
    public Flux<T> named(Collection<String> names) {
        return all().filter(row -> names.contains(row.name()));
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return lock(ids).collectMap(Resource::id, Resource::name);
    }

    @Override
    public Flux<T> all() {
        return Flux.defer(() -> Flux.fromIterable(new ArrayList<>(rows.values())));
    }

    @Override
    public Flux<T> with(String property, Object value) {
        return all().filter(row -> value.equals(value(row, component(row, property))));
    }

    @Override
    public Mono<Page<T>> page(ListQuery query) {
        return all().sort(Comparator.comparing(Resource::createdAt).reversed())
                .collectList()
                .map(found -> new Page<>(found, null));
    }

    @Override
    public Flux<T> lock(Collection<UUID> ids) {
        return all().filter(row -> ids.contains(row.id()));
    }

    @Override
    public Mono<T> save(T resource) {
        return Mono.fromSupplier(() -> {
            if (rows.values().stream()
                    .anyMatch(row ->
                            row.name().equals(resource.name()) && !row.id().equals(resource.id()))) {
                throw new NameTaken(kind, resource.name());
            }
            requirePresent(resource);
            var saved = next(resource);
            rows.put(saved.id(), saved);
            return saved;
        });
    }

    @Override
    public Mono<Void> delete(T resource) {
        return Mono.fromRunnable(() -> {
            requirePresent(resource);
            rows.remove(resource.id());
        });
    }

    private void requirePresent(T resource) {
        var present = rows.get(resource.id());
        if (present != null && !Objects.equals(present.version(), resource.version())) {
            throw new OptimisticLockingFailureException("stale");
        }
    }

    @SuppressWarnings("unchecked")
    private T next(T row) {
        var components = row.getClass().getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> component.getName().equals("version")
                        ? Long.valueOf(row.version() == null ? 0 : row.version() + 1)
                        : value(row, component))
                .toArray();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
            return (T) row.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordComponent component(Object row, String name) {
        return Arrays.stream(row.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object value(Object row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
