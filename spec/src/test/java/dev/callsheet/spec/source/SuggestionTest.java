package dev.callsheet.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> KNOWN =
      List.of("inputs.frameImages", "inputs.video", "width", "height", "ttl");

  @Test
  void findsTheWordThatWasMeant() {
    assertThat(Suggestion.nearest("inputs.frameImage", KNOWN)).contains("inputs.frameImages");
    assertThat(Suggestion.nearest("hieght", KNOWN)).contains("height");
    assertThat(Suggestion.nearest("ttI", KNOWN)).contains("ttl");
  }

  @Test
  void looksPastCapitals() {
    assertThat(Suggestion.nearest("inputs.FrameImages", KNOWN)).contains("inputs.frameImages");
  }

  @Test
  void keepsSilentWhenNothingIsNear() {
    assertThat(Suggestion.nearest("seed", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("seed", List.of())).isEmpty();
  }

  @Test
  void prefersTheFirstOfEquallyNearWords() {
    assertThat(Suggestion.nearest("cat", List.of("bat", "rat"))).contains("bat");
  }

  @Test
  void hintIsTheEndOfASentence() {
    assertThat(Suggestion.hint("widht", KNOWN)).isEqualTo("; did you mean `width`?");
    assertThat(Suggestion.hint("seed", KNOWN)).isEmpty();
  }
}
