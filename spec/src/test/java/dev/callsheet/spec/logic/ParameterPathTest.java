package dev.callsheet.spec.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterPathTest {
  static List<ParameterPath> paths() {
    return Stream.of("", "a", "b", "a.b", "a[]", "a[].b", "a[][]", "a.b[].a", "a[].b.b[][].a")
        .map(ParameterPath::parse)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void isReadAsItIsWritten(ParameterPath path) {
    assertThat(ParameterPath.parse(path.toString())).isEqualTo(path);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void isDividedAtItsFirstAndItsLastList(ParameterPath path) {
    if (path.leadsThroughLists()) {
      assertThat(path.beforeFirstList().eachItem().resolve(path.afterFirstList())).isEqualTo(path);
      assertThat(path.beforeLastList().eachItem().resolve(path.afterLastList())).isEqualTo(path);
      assertThat(path.beforeFirstList().leadsThroughLists()).isFalse();
      assertThat(path.afterLastList().leadsThroughLists()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void isAPrefixAndTheRest(ParameterPath prefix) {
    for (ParameterPath rest : paths()) {
      ParameterPath path = prefix.resolve(rest);
      assertThat(prefix.isPrefixOf(path)).isTrue();
      assertThat(path.withoutPrefix(prefix)).isEqualTo(rest);
      assertThat(path.overlaps(prefix)).isTrue();
      assertThat(path.isPrefixOf(prefix)).isEqualTo(rest.isRoot());
    }
  }

  @Test
  void doesNotOverlapWithItsSiblings() {
    assertThat(ParameterPath.parse("a.b").overlaps(ParameterPath.parse("a.c"))).isFalse();
    assertThat(ParameterPath.parse("a").overlaps(ParameterPath.parse("ab"))).isFalse();
  }

  @Test
  void namesItsMembersWithoutItems() {
    assertThat(ParameterPath.parse("inputs.elements[].images[]").memberNames())
        .containsExactly("inputs", "elements", "images");
    assertThat(ParameterPath.parse("inputs.elements[]").lastName()).isEqualTo("elements");
    assertThat(ParameterPath.ROOT.lastName()).isEmpty();
  }
}
