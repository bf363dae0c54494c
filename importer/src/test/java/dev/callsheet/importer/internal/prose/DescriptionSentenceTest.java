package dev.callsheet.importer.internal.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.ParameterPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What descriptions of the parameter {@code width} are taken to mean. */
class DescriptionSentenceTest {
  private static final ParameterTree PARAMETERS =
      new ParameterTree(
          (ObjectNode)
              JsonMapper.shared()
                  .readTree(
                      """
                      {"type": "object", "properties": {
                        "width": {"type": "integer"},
                        "aspect_ratio": {"enum": ["1:1", "custom"]},
                        "model_type": {"enum": ["HED", "MLSD", "normal"], "default": "HED"},
                        "prompt": {"type": "string"},
                        "multi_prompt": {"type": "string"},
                        "seed": {"type": "integer"},
                        "audio": {"type": "boolean"}}}
                      """));

  private static final DescriptionWords WIDTH =
      new DescriptionWords(PARAMETERS, ParameterPath.ROOT.member("width"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          Only works if `aspect_ratio` is set to custom.                     # width => aspect_ratio = custom
          The width, only used when aspect_ratio=custom.                     # width => aspect_ratio = custom
          Threshold (only applicable when model type is 'MLSD')              # width => model_type = MLSD
          Only used when model_type is 'HED' or 'normal'.                    # width => (!model_type | model_type in HED, normal)
          Effective only if `audio` is true                                  # width => audio = true
          Only if audio is enabled.                                          # width => audio
          Only used when `seed` is not provided.                             # !(width & seed)
          It cannot be used together with `seed`.                            # !(width & seed)
          It cannot be combined with prompt or seed.                         # width => !(prompt | seed)
          Cannot be combined with `prompt`, `seed` and `audio`.              # width => !(prompt | seed | audio)
          `prompt` and `multi_prompt` cannot be mixed.                       # !(prompt & multi_prompt)
          Give prompt or multi_prompt, but not both.                         # !(prompt & multi_prompt)
          Either prompt or multi_prompt must be provided, but not both.      # one of prompt, multi_prompt
          Mutually exclusive with seed.                                      # !(width & seed)
          Required if aspect_ratio is custom.                                # aspect_ratio = custom => width
          Required when seed is not set.                                     # (seed | width)
          Must be used with `seed`.                                          # width => seed
          Requires seed.                                                     # width => seed
          """)
  void aSentenceStatesARule(String sentence, String demand) {
    assertThat(
            new DescriptionSentence(WIDTH)
                .demand(sentence)
                .map(found -> found.accept(new ShortText())))
        .contains(demand);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Only works if `aspect_ratio` is set to wide.",
        "Only used when model_type is 'HED' or 'Segmentation'.",
        "Only works with non-stereo models.",
        "Set it only if you want to customise.",
        "Requires a token with write permissions.",
        "Cannot be used together with height.",
        "Only used when width is 5.",
        "The width in pixels."
      })
  void whatNamesNoOtherParameterOrNoValueOfItStatesNone(String sentence) {
    assertThat(new DescriptionSentence(WIDTH).demand(sentence)).isEmpty();
  }
}
