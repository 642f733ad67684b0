package dev.slipway.plan.operation.log;

import dev.slipway.contracts.operation.Step;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of one attempt of a step, as a worker sends them; the first has the number firstNumber, counted from 1. */
record ReceivedChunk(
        @NotNull Step step,
        @NotBlank String source,
        @Positive int attempt,
        @NotBlank String worker,
        @Positive long firstNumber,
        @NotNull @Size(max = 5000) List<@NotNull @Valid ReceivedLine> lines) {
    List<NumberedLine> numbered() {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> NumberedLine.of(firstNumber + index, lines.get(index)))
                .toList();
    }
}
