package dev.slipway.plan;

import dev.slipway.plan.deployplan.NodeSize;
import dev.slipway.plan.offlinepackage.PackageComponents;
import dev.slipway.plan.region.ContainerHostSettings;
import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.r2dbc.convert.R2dbcCustomConversions;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import tools.jackson.databind.json.JsonMapper;

/** Keeps small records as JSON columns. */
@Configuration(proxyBeanMethods = false)
class JsonColumns {
    private static final List<Class<?>> RECORDS =
            List.of(ContainerHostSettings.class, NodeSize.class, PackageComponents.class);

    @Bean
    R2dbcCustomConversions r2dbcCustomConversions(JsonMapper json) {
        return R2dbcCustomConversions.of(
                PostgresDialect.INSTANCE,
                RECORDS.stream()
                        .flatMap(type -> Stream.<Object>of(new Writer(json, type), new Reader(json, type)))
                        .toList());
    }

    @WritingConverter
    private record Writer(JsonMapper json, Class<?> type) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(type, Json.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source == null ? null : Json.of(json.writeValueAsBytes(source));
        }
    }

    @ReadingConverter
    private record Reader(JsonMapper json, Class<?> type) implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(Json.class, type));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof Json stored ? json.readValue(stored.asArray(), type) : null;
        }
    }
}
