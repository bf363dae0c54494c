package dev.callsheet.importer.internal.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.ParameterPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What descriptions of the parameter {@code image} are taken to say of what is ignored. */
class IgnoringSentenceTest {
  private static final ParameterTree PARAMETERS =
      new ParameterTree(
          (ObjectNode)
              JsonMapper.shared()
                  .readTree(
                      """
                      {"type": "object", "required": ["prompt"], "properties": {
                        "image": {"type": "string"},
                        "width": {"type": "integer"},
                        "height": {"type": "integer"},
                        "aspect_ratio": {"enum": ["1:1", "custom"]},
                        "structure_image": {"type": "string"},
                        "prompt": {"type": "string"},
                        "drop": {"type": "boolean", "default": false},
                        "audio": {"type": "boolean"}}}
                      """));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          If provided, aspect_ratio, width, and height inputs are ignored.            # aspect_ratio, width, height: image
          If this input is set, the `width` and `height` inputs are ignored and so on # width, height: image
          If set, the prompt above will be ignored.                                   # prompt: image
          width is ignored if this is set                                             # width: image
          Ignores width.                                                              # width: image
          Ignored if audio is provided.                                               # image: audio
          Ignored if an audio is provided.                                            # image: audio
          This will be ignored if structure_image above is provided.                  # nothing
          Width of the output (ignored if structure image given)                      # image: structure_image
          Ignored when width not set.                                                 # image: !width
          Ignored when `audio` is set to True.                                        # image: audio = true
          This field is ignored if audio = True.                                      # image: audio = true
          The channels (ignored when drop=False)                                      # image: (!drop | drop = false)
          This parameter is ignored.                                                  # image: always
          Has no effect.                                                              # image: always
          It is no longer used.                                                       # image: always
          """)
  void aSentenceSaysWhatIsIgnored(String sentence, String expected) {
    assertThat(shown(parsed(sentence, "image"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ignored when not using guidance.",
        "Ignored for 'png'.",
        "Ignores fps.",
        "Ignored if image is set.",
        "lower to ignore less likely tokens",
        "Whether to ignore the EOS token and continue generating",
        "If provided, depth and width inputs are ignored.",
        "The image is not ignored.",
      })
  void whatNamesNoOtherParameterSaysNothing(String sentence) {
    assertThat(parsed(sentence, "image")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          Ignored when not using guidance.                      # true
          Mask will be ignored.                                 # true
          If enable fast mode, this is not used.                # true
          lower to ignore less likely tokens                    # false
          Whether to ignore the EOS token                       # false
          """)
  void whatIsNotUnderstoodIsRecognised(String sentence, boolean isMention) {
    assertThat(IgnoringSentence.isMention(sentence)).isEqualTo(isMention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"If provided, width is ignored.", "Ignores width."})
  void whatEveryRequestProvidesMakesNothingIgnored(String sentence) {
    assertThat(parsed(sentence, "prompt")).isNull();
  }

  private static IgnoringSentence.@Nullable Ignored parsed(String sentence, String own) {
    return new IgnoringSentence(new DescriptionWords(PARAMETERS, ParameterPath.ROOT.member(own)))
        .parse(sentence)
        .orElse(null);
  }

  private static String shown(IgnoringSentence.@Nullable Ignored ignored) {
    if (ignored == null) {
      return "nothing";
    }
    Condition when = ignored.when();
    String names = ignored.parameters().toString();
    return names.substring(1, names.length() - 1)
        + ": "
        + (when == null ? "always" : when.accept(new ShortText()));
  }
}
