package dev.callsheet.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingSuggestionTest {
  private static final List<String> KNOWN =
      List.of("inputs.frameImages", "inputs.video", "width", "height", "ttl");

  @Test
  void findsMostSimilarWord() {
    assertThat(SpellingSuggestion.nearest("inputs.frameImage", KNOWN))
        .contains("inputs.frameImages");
    assertThat(SpellingSuggestion.nearest("hieght", KNOWN)).contains("height");
    assertThat(SpellingSuggestion.nearest("ttI", KNOWN)).contains("ttl");
  }

  @Test
  void ignoresCase() {
    assertThat(SpellingSuggestion.nearest("inputs.FrameImages", KNOWN))
        .contains("inputs.frameImages");
  }

  @Test
  void returnsEmptyWhenNothingIsSimilar() {
    assertThat(SpellingSuggestion.nearest("seed", KNOWN)).isEmpty();
    assertThat(SpellingSuggestion.nearest("", KNOWN)).isEmpty();
    assertThat(SpellingSuggestion.nearest("seed", List.of())).isEmpty();
  }

  @Test
  void prefersTheFirstOfEquallyNearWords() {
    assertThat(SpellingSuggestion.nearest("cat", List.of("bat", "rat"))).contains("bat");
  }

  @Test
  void hintCanBeAppendedToAMessage() {
    assertThat(SpellingSuggestion.hint("widht", KNOWN)).isEqualTo("; did you mean `width`?");
    assertThat(SpellingSuggestion.hint("seed", KNOWN)).isEmpty();
  }
}
