package dev.callsheet.spec.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests with names of earlier days are rewritten with those of today. */
class RenamedRequestTest {
  private static final ModelSpec KLING = model("klingai:kling-video@o3-pro");
  private static final ModelSpec FLUX = model("runware:101@1");

  private static ModelSpec model(String id) {
    return ModelCatalogue.bundled().namedInRequests(id).orElseThrow();
  }

  private static RenamedRequest renamed(ModelSpec model, String request) {
    return RenamedRequest.of(json(request), model);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void whatWasAtTheTopIsWhereItIsToday() {
    RenamedRequest renamed =
        renamed(FLUX, "{'checkNSFW': true, 'seedImage': 'a.png', 'safety': {'mode': 'fast'}}");
    assertThat(renamed.request())
        .isEqualTo(
            json(
                "{'safety': {'mode': 'fast', 'checkContent': true},"
                    + " 'inputs': {'seedImage': 'a.png'}}"));
    assertThat(renamed.moves())
        .extracting(move -> move.from() + " " + move.to())
        .containsExactly("/checkNSFW /safety/checkContent", "/seedImage /inputs/seedImage");
  }

  @Test
  void whatIsInsideOfAMovedListIsRenamedWithIt() {
    RenamedRequest renamed =
        renamed(
            KLING,
            "{'frameImages': [{'inputImage': 'a.png', 'frame': 'first'}, 'b.png',"
                + " {'image': 'c.png'}]}");
    assertThat(renamed.request())
        .isEqualTo(
            json(
                "{'inputs': {'frameImages': [{'frame': 'first', 'image': 'a.png'}, 'b.png',"
                    + " {'image': 'c.png'}]}}"));
    assertThat(renamed.outermostMoves())
        .extracting(move -> move.from() + " " + move.to())
        .containsExactly("/frameImages /inputs/frameImages");
    assertThat(renamed.written(renamed.moves().get(1).to()))
        .hasToString("/frameImages/0/inputImage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'checkNSFW': true, 'safety': {'checkContent': false}}",
        "{'seedImage': 'a.png', 'inputs': 'b.png'}",
        "{'frameImages': ['a.png']}",
        "[]"
      })
  void whatHasBothNamesOrNoRoomStaysAsItIs(String request) {
    RenamedRequest renamed = renamed(FLUX, request);
    assertThat(renamed.request()).isEqualTo(json(request));
    assertThat(renamed.moves()).isEmpty();
  }
}
