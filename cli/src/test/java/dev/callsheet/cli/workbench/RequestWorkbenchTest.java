package dev.callsheet.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RequestWorkbenchTest {
  private static final URI SANDBOX = URI.create("http://127.0.0.1:4711/");
  private static final String KEY = "key-of-the-sandbox";
  private static final String VALID =
      """
      {
        "taskType": "videoInference",
        "taskUUID": "0b2ae0a5-3a1c-4e9f-9df9-d1f4fcd7a2a9",
        "model": "klingai:kling-video@o3-pro",
        "positivePrompt": "a whale",
        "width": 1920,
        "height": 1080,
        "duration": 8
      }""";

  private final ModelCatalogue catalogue = ModelCatalogue.bundled();

  private RequestWorkbench workbench(String platform) {
    return new RequestWorkbench(catalogue, platform, model -> Optional.of("models/x.html"));
  }

  private JsonNode review(String text) {
    return workbench(RawRequest.PLATFORM).review(text, SANDBOX, KEY);
  }

  @Test
  void aFindingHasItsPlaceAndTheEditsOfItsRepairs() {
    String text = VALID.replace("\"duration\"", "\"duraton\"");
    JsonNode finding = review(text).path("findings").path(0);
    assertThat(finding.path("rule").asString()).isEqualTo("unknown-parameter");
    assertThat(List.of(finding.path("line").intValue(), finding.path("column").intValue()))
        .containsExactly(8, 3);
    JsonNode edit = finding.path("repairs").path(0).path("edits").path(0);
    assertThat(
            text.substring(0, edit.path("from").intValue())
                + edit.path("text").asString()
                + text.substring(edit.path("to").intValue()))
        .isEqualTo(VALID);
  }

  @Test
  void noReviewTakesFromTheRepairsOfALaterOne() {
    RequestWorkbench workbench = workbench(RawRequest.PLATFORM);
    String wrong =
        VALID.replace("a whale", "a whale ".repeat(200_000)).replace("\"duration\"", "\"duraton\"");
    JsonNode first = workbench.review(wrong, SANDBOX, KEY).path("findings");
    for (int i = 0; i < 8; i++) {
      assertThat(workbench.review(wrong, SANDBOX, KEY).path("findings")).isEqualTo(first);
    }
  }

  @Test
  void placesOfEditsCountCharactersAsBrowsersDo() {
    String text =
        VALID.replace("a whale", "a \uD83D\uDC0B whale").replace("\"duration\"", "\"duraton\"");
    JsonNode edit =
        review(text).path("findings").path(0).path("repairs").path(0).path("edits").path(0);
    assertThat(text.substring(edit.path("from").intValue(), edit.path("to").intValue()))
        .isEqualTo("\"duraton\"");
  }

  @Test
  void aValidRequestIsPricedAndWrittenAsCode() {
    JsonNode request = review(VALID).path("requests").path(0);
    assertThat(request.path("price").path("total").asString()).isEqualTo("0.896 USD");
    assertThat(request.path("price").path("charges").path(0).path("id").asString())
        .isEqualTo("video");
    assertThat(request.path("java").asString())
        .startsWith("var request = KlingVideo30OmniPro.textToVideo(Size.P1080_16X9)");
    assertThat(request.path("curl").asString()).startsWith("curl http://127.0.0.1:4711/v1 ");
    assertThat(request.path("path").asString()).isEqualTo("/v1");
    assertThat(request.path("headers").path("Authorization").asString())
        .isEqualTo("Bearer key-of-the-sandbox");
  }

  @Test
  void aRequestWithAnErrorHasNoPriceAndCanBeSentAllTheSame() {
    JsonNode request = review(VALID.replace("8", "99")).path("requests").path(0);
    assertThat(request.has("price")).isFalse();
    assertThat(request.has("java")).isFalse();
    assertThat(request.path("body").asString()).contains("99");
  }

  @Test
  void aRequestWithNamesOfEarlierDaysIsPricedAndWrittenWithThoseOfToday() {
    String text =
        VALID
            .replace("\"width\": 1920,", "")
            .replace(
                "\"height\": 1080",
                "\"frameImages\": [{\"inputImage\": \"https://example.com/a.png\"}]");
    JsonNode review = review(text);
    assertThat(review.path("findings").valueStream().map(each -> each.path("severity").asString()))
        .isNotEmpty()
        .containsOnly("warning");
    assertThat(review.path("requests").path(0).path("java").asString())
        .startsWith("var request = KlingVideo30OmniPro.imageToVideo(")
        .contains("a.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"klingai:kling-video@o3-pro", "openai:gpt-image@2.5-flare", "runware:101@1"})
  void everyRequestThatShowsARuleIsReviewedAndWritten(String id) {
    ModelSpec model = catalogue.find(id).orElseThrow();
    for (TestVector vector : TestVectorSet.ofRules(model).vectors()) {
      JsonNode review = review(vector.request().toPrettyString());
      boolean hasError =
          review
              .path("findings")
              .valueStream()
              .anyMatch(finding -> finding.path("severity").asString().equals("error"));
      assertThat(hasError && vector.valid()).as(vector.toString()).isFalse();
      assertThat(review.path("findings").isEmpty() && !vector.valid()).as(vector.name()).isFalse();
      assertThat(review.path("requests").path(0).has("java")).isEqualTo(!hasError);
    }
  }

  @Test
  void eachOfSeveralRequestsIsReviewed() {
    String other = VALID.replace("0b2ae0a5", "1b2ae0a5");
    JsonNode review = review("[" + VALID + ",\n" + other + "]");
    assertThat(review.path("findings")).isEmpty();
    assertThat(review.path("requests")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "[1, null]",
        "{\"model\": \"no:such@1\"}",
        "\uFEFF{}",
        "\"\\ud800\""
      })
  void whateverATextHoldsIsReviewed(String text) {
    assertThat(review(text).path("requests")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fal, fal-ai/flux/schnell, /fal-ai/flux/schnell",
    "replicate, black-forest-labs/flux-schnell, /v1/predictions",
    "openai, gpt-image-2, /v1/images/generations",
    "runway, gen4_image, /v1/text_to_image"
  })
  void aSmallestRequestOfAnyPlatformIsValidAndSentToItsPath(
      String platform, String id, String path) {
    assertThat(catalogue.find(platform, id)).as(platform).isPresent();
    JsonNode form = workbench(platform).model(id).orElseThrow();
    String start = form.path("starts").iterator().next().asString();
    JsonNode review = workbench(platform).review(start, SANDBOX, KEY);
    assertThat(review.path("findings")).isEmpty();
    assertThat(review.path("requests").path(0).path("path").asString()).isEqualTo(path);
  }

  @Test
  void theFormsOfAllModelsBeginWithValidRequests() {
    for (ModelSpec model : catalogue.models()) {
      RequestWorkbench ofPlatform = workbench(model.metadata().platformName().orElseThrow());
      JsonNode form = ofPlatform.model(model.id()).orElseThrow();
      assertThat(form.path("starts")).as(model.id()).isNotEmpty();
      for (JsonNode start : form.path("starts")) {
        JsonNode review = ofPlatform.review(start.asString(), SANDBOX, KEY);
        assertThat(review.path("findings")).as(model.id() + start).isEmpty();
        assertThat(review.path("requests")).as(model.id()).hasSize(1);
      }
    }
  }

  @Test
  void aFormHasTheParametersUnderTheirHeadingsAndWhatAModeMakesOfThem() {
    JsonNode form =
        workbench(RawRequest.PLATFORM).model("klingai:kling-video@o3-pro").orElseThrow();
    assertThat(form.path("docs").asString()).isEqualTo("models/x.html");
    assertThat(form.path("idMember").asString()).isEqualTo("taskUUID");
    assertThat(form.path("isEnveloped").booleanValue()).isFalse();
    assertThat(form.path("presences").path("edit").path("duration").asString())
        .isEqualTo("forbidden");
    JsonNode core =
        form.path("sections")
            .valueStream()
            .filter(section -> section.path("title").asString().equals("Core Parameters"))
            .findFirst()
            .orElseThrow();
    JsonNode duration =
        core.path("fields")
            .valueStream()
            .filter(field -> field.path("name").asString().equals("duration"))
            .findFirst()
            .orElseThrow();
    assertThat(duration.path("control").path("kind").asString()).isEqualTo("integer");
    assertThat(duration.path("control").path("minimum").intValue()).isEqualTo(3);
    assertThat(duration.path("default").intValue()).isEqualTo(5);
  }

  @Test
  void theModelsOfThePlatformAreListedAndNoOthers() {
    JsonNode models = workbench("fal").models();
    assertThat(models).isNotEmpty();
    assertThat(models.valueStream().map(model -> model.path("id").asString()))
        .contains("fal-ai/flux/schnell")
        .doesNotContain("klingai:kling-video@o3-pro");
    assertThat(workbench("fal").model("klingai:kling-video@o3-pro")).isEmpty();
  }
}
