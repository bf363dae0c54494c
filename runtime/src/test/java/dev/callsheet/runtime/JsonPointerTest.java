package dev.callsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
  /** The examples of RFC 6901, section 5, and two whose order of unescaping matters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'/foo'|foo",
        "'/'|''",
        "'/a~1b'|a/b",
        "'/c%d'|c%d",
        "'/i\\j'|i\\j",
        "'/ '|' '",
        "'/m~0n'|m~n",
        "'/~01'|~1",
        "'/~0~1'|~/"
      })
  void aStepIsReadUnescapedAndWrittenEscaped(String text, String step) {
    assertThat(JsonPointer.parse(text).steps()).containsExactly(step);
    assertThat(JsonPointer.ROOT.child(step)).hasToString(text);
  }

  @Test
  void theEmptyTextLeadsToTheOutermostValue() {
    assertThat(JsonPointer.parse("")).isEqualTo(JsonPointer.ROOT).hasToString("");
    assertThat(JsonPointer.ROOT.isRoot()).isTrue();
    assertThatIllegalStateException().isThrownBy(JsonPointer.ROOT::parent);
    assertThatIllegalStateException().isThrownBy(JsonPointer.ROOT::last);
  }

  @Test
  void emptyStepsAreKept() {
    assertThat(JsonPointer.parse("//a//").steps()).containsExactly("", "a", "", "");
    assertThat(JsonPointer.parse("//a//")).hasToString("//a//");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "#/a", "/~", "/a~2", "/a/~b/c", "/~~0"})
  void whatIsNoPointerIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonPointer.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", "10,10", "2147483647,2147483647"})
  void anIndexHasNoSignAndNoZerosInFront(String step, int index) {
    assertThat(JsonPointer.indexOf(step)).isEqualTo(index);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "-1", "+1", "01", "00", " 1", "1 ", "1.0", "a", "٣", "2147483648"})
  void otherStepsAreNoIndices(String step) {
    assertThat(JsonPointer.indexOf(step)).isEqualTo(-1);
  }

  @Test
  void partsLeadToWhatIsAroundAndInside() {
    JsonPointer pointer = JsonPointer.parse("/3/inputs/elements/0");
    assertThat(pointer.parent()).hasToString("/3/inputs/elements");
    assertThat(pointer.last()).isEqualTo("0");
    assertThat(pointer.prefix(1)).hasToString("/3");
    assertThat(pointer.withoutPrefix(1)).hasToString("/inputs/elements/0");
    assertThat(pointer.withStep(3, "4")).hasToString("/3/inputs/elements/4");
    assertThat(pointer.parent().child(0)).isEqualTo(pointer);
  }

  @Test
  void aPointerIsPrefixOfItselfAndOfWhatIsInside() {
    JsonPointer inputs = JsonPointer.parse("/inputs");
    JsonPointer inside = JsonPointer.parse("/inputs/video");
    JsonPointer beside = JsonPointer.parse("/inputsToo");
    assertThat(List.of(inputs, inside, JsonPointer.ROOT, beside))
        .extracting(inputs::isPrefixOf)
        .containsExactly(true, true, false, false);
    assertThat(List.of(inputs, inside, JsonPointer.ROOT, beside))
        .extracting(inside::overlaps)
        .containsExactly(true, true, true, false);
  }
}
