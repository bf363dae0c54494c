package dev.callsheet.linter.internal.fastpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8NameTest {
  /** A thousand in 4,096 places by chance take 890; whoever is not alone costs comparisons. */
  @ParameterizedTest
  @ValueSource(strings = {"acme:model-%d", "acme:%d@1", "%d", "acme-ai/film/v%d/text-to-video"})
  void namesHaveHighestBitsOfTheirOwn_whereverTheyDiffer(String name) {
    long places =
        IntStream.range(0, 1_000)
            .map(number -> new Utf8Name(name.formatted(number)).hash() >>> (32 - 12))
            .distinct()
            .count();
    assertThat(places).isGreaterThan(700);
  }
}
