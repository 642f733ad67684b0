package dev.slipway.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written yesterday must be read tomorrow: every message is kept as a golden file. */
class GoldenMessagesTest {
    static Stream<Object> messages() {
        return MessageSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isWrittenAsTheGoldenFileSays(Object message) throws IOException {
        var written = SlipwayDataConverter.mapper().readTree(bytes(message));

        assertThat(written).isEqualTo(SlipwayDataConverter.mapper().readTree(golden(message)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsTheGoldenFileBack(Object message) {
        assertThat(read(golden(message), message.getClass())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsAMessageOfANewerServiceThatHasAFieldMore(Object message) {
        var newer = golden(message).replaceFirst("\\{", "{\"addedLater\": {\"a\": 1},");

        assertThat(read(newer, message.getClass())).isEqualTo(message);
    }

    private static <T> T read(String json, Class<T> type) {
        var sample = SlipwayDataConverter.create().toPayload("x").orElseThrow();
        var payload = Payload.newBuilder(sample)
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return SlipwayDataConverter.create().fromPayload(payload, type, type);
    }

    private static byte[] bytes(Object message) {
        return SlipwayDataConverter.create()
                .toPayload(message)
                .orElseThrow()
                .getData()
                .toByteArray();
    }

    private static String golden(Object message) {
        var name = "/golden/" + message.getClass().getSimpleName() + ".json";
        try (var in = GoldenMessagesTest.class.getResourceAsStream(name)) {
            assertThat(in)
                    .as(
                            "golden file %s, as written today: %s",
                            name, new String(bytes(message), StandardCharsets.UTF_8))
                    .isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
