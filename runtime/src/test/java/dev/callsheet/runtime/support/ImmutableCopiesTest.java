package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImmutableCopiesTest {
  @Test
  void copiesDoNotFollowTheOriginal() {
    List<String> list = new ArrayList<>(List.of("a"));
    List<String> copy = ImmutableCopies.of(list, "images");
    list.add("b");
    assertThat(copy).containsExactly("a");
    Map<String, Object> map = new HashMap<>(Map.of("a", 1));
    Map<String, Object> mapCopy = ImmutableCopies.of(map);
    map.clear();
    assertThat(mapCopy).containsExactly(Map.entry("a", 1));
    assertThatThrownBy(() -> mapCopy.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aListThatIsNotProvidedStaysSo() {
    assertThat(ImmutableCopies.of((List<String>) null, "images")).isNull();
  }

  @Test
  void anItemThatIsNullIsNamed() {
    assertThatThrownBy(() -> ImmutableCopies.of(Arrays.asList("a", null), "images"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("`images[1]` is null");
  }

  @Test
  @SuppressWarnings("NullAway") // what it is about
  void noMapOfNewerParametersIsNamed() {
    assertThatThrownBy(() -> ImmutableCopies.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("`additional` is null; without any it is an empty map");
  }
}
