package dev.callsheet.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class WireJsonTest {
  record Point(int x, List<List<BigDecimal>> values) {}

  record Shape(List<Point> points, @Nullable List<String> absent) {}

  /** As generated builders do it. */
  static final class Open {
    private final Map<String, @Nullable Object> others = new LinkedHashMap<>();

    @JsonAnyGetter
    Map<String, @Nullable Object> others() {
      return others;
    }

    @JsonAnySetter
    void put(String name, @Nullable Object value) {
      others.put(name, value);
    }
  }

  private static final String POINTS = "{\"points\":[{\"x\":1,\"values\":[[1.50],[]]}]}";
  private static final String OPEN = "{\"name\":\"a\",\"more\":{\"deep\":[1,null,true,1.5,\"b\"]}}";

  @Test
  void writesListsAndMapsOfAnyDepth() {
    var shape =
        new Shape(List.of(new Point(1, List.of(List.of(new BigDecimal("1.50")), List.of()))), null);
    assertThat(WireJson.MAPPER.writeValueAsString(shape)).isEqualTo(POINTS);
  }

  @Test
  void writesAndReadsWhatIsNotDeclared() {
    var open = WireJson.MAPPER.readValue(OPEN, Open.class);
    assertThat(open.others)
        .isEqualTo(
            Map.of(
                "name",
                "a",
                "more",
                Map.of("deep", Arrays.asList(1, null, true, new BigDecimal("1.5"), "b"))));
    assertThat(WireJson.MAPPER.writeValueAsString(open)).isEqualTo(OPEN);
  }

  @Test
  void writesMapsByTheKeysOfJson() {
    assertThat(WireJson.MAPPER.writeValueAsString(Map.of(7, Map.of()))).isEqualTo("{\"7\":{}}");
  }

  @Test
  void readsListsOfAnyDepth() {
    assertThat(WireJson.MAPPER.readValue(POINTS, Shape.class))
        .isEqualTo(
            new Shape(
                List.of(new Point(1, List.of(List.of(new BigDecimal("1.50")), List.of()))), null));
  }

  @Test
  void refusesWhatIsNoList() {
    assertThatThrownBy(() -> WireJson.MAPPER.readValue("{\"x\":1,\"values\":2}", Point.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("java.util.List");
  }
}
