package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.HttpTestClient.Response;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks of Runware for models that nobody has described, and kinds of tasks without a model. */
final class UndescribedTasksTest {
  private static final String MODEL = "acme:tomorrow@1";
  @TempDir private Path folder;
  private Sandbox sandbox;
  private HttpTestClient caller;

  private void start(UnknownModelPolicy policy) throws Exception {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .renderTime(RenderTime.fixed(Duration.ZERO))
                .behavior(SandboxBehavior.builder().unknownModel(policy).build())
                .state(folder)
                .build());
    caller = new HttpTestClient(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static ObjectNode task(String kind) {
    return HttpTestClient.task(kind).put("taskUUID", UUID.randomUUID().toString());
  }

  private JsonNode result(ObjectNode task) throws Exception {
    Response accepted = caller.send(task);
    assertThat(accepted.status()).as(accepted.json().toString()).isEqualTo(200);
    return caller.poll(HttpTestClient.uuid(task)).data().path(0);
  }

  @Test
  void aModelThatNoSpecDescribesIsRefused() throws Exception {
    start(UnknownModelPolicy.REFUSED);
    Response refused = caller.send(task("imageInference").put("model", MODEL));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error().path("code").asString()).isEqualTo("unknownModel");
  }

  @ParameterizedTest
  @CsvSource({
    "imageInference, , imageURL",
    "videoInference, , videoURL",
    "audioInference, , audioURL",
    "upscale, image, imageURL",
    "upscale, video, videoURL",
    "removeBackground, image, imageURL",
    "removeBackground, video, videoURL",
    "imageUpscale, image, imageURL",
    "vectorize, image, imageURL",
    "controlNetPreprocess, image, guideImageURL",
    "imageMasking, image, maskImageURL",
    "caption, image, text",
    "textInference, , text"
  })
  void aPassedModelMakesWhatTheKindMakes(String kind, String input, String field) throws Exception {
    start(UnknownModelPolicy.ACCEPTED);
    ObjectNode task = task(kind).put("model", MODEL).put("somethingNew", 3);
    if (input != null) {
      task.putObject("inputs").put(input, "c64351d5-4c59-42f7-95e1-eace013eddab");
    }
    JsonNode result = result(task);
    assertThat(result.path(field).asString()).isNotEmpty();
    if (field.endsWith("URL")) {
      assertThat(caller.fetch(result.path(field).asString()).statusCode()).isEqualTo(200);
      assertThat(result.path(field.replace("URL", "UUID")).asString()).isNotEmpty();
    }
    assertThat(sandbox.ledger().account(HttpTestClient.uuid(task)).entries())
        .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
        .singleElement()
        .satisfies(
            charge -> {
              assertThat(charge.amount()).isZero();
              assertThat(charge.note()).contains("no spec describes");
            });
  }

  @Test
  void a3dModelIsInItsFiles() throws Exception {
    start(UnknownModelPolicy.ACCEPTED);
    JsonNode result = result(task("3dInference").put("model", MODEL));
    String url = result.at("/outputs/files/0/url").asString();
    assertThat(caller.fetch(url).statusCode()).isEqualTo(200);
  }

  @Test
  void whatAllModelsOfAKindHaveInCommonIsValidated() throws Exception {
    start(UnknownModelPolicy.ACCEPTED);
    assertThat(refusal(task("imageInference").put("model", MODEL).put("numberResults", 21)))
        .isEqualTo("numberResults");
    assertThat(refusal(task("videoInference").put("model", MODEL).put("webhookURL", 5)))
        .isEqualTo("webhookURL");
    assertThat(refusal(task("upscale").put("model", MODEL))).isEqualTo("inputs");
    assertThat(refusal(task("upscale"))).isEqualTo("model");
    assertThat(refusal(HttpTestClient.task("imageInference").put("model", MODEL)))
        .isEqualTo("taskUUID");
    assertThat(refusal(task("textInference").put("model", MODEL).put("deliveryMethod", "stream")))
        .isEqualTo("deliveryMethod");
  }

  private String refusal(ObjectNode task) throws Exception {
    Response refused = caller.send(task);
    assertThat(refused.status()).isEqualTo(400);
    return refused.error().path("parameter").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"modelUpload", "training", "photoMaker"})
  void whatTheSandboxCannotDoIsSaid(String kind) throws Exception {
    start(UnknownModelPolicy.ACCEPTED);
    Response refused = caller.send(task(kind).put("model", MODEL));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error().path("code").asString()).isEqualTo("unsupportedTaskType");
    assertThat(refused.error().path("message").asString()).contains("cannot do " + kind);
  }

  @Test
  void aPromptIsEnhancedAsOftenAsItIsAskedForWithoutAModel() throws Exception {
    start(UnknownModelPolicy.REFUSED);
    ObjectNode task = task("promptEnhance").put("prompt", "A heron").put("promptVersions", 3);
    assertThat(caller.send(task).data().valueStream())
        .extracting(item -> item.path("text").asString())
        .hasSize(3)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.startsWith("A heron"));
    assertThat(refusal(task("promptEnhance"))).isEqualTo("prompt");
    ObjectNode unknown = task("caption").put("model", MODEL);
    assertThat(caller.send(unknown).error().path("code").asString()).isEqualTo("unknownModel");
  }

  @Test
  void aDryRunSaysThatNobodyKnowsThePrice() throws Exception {
    start(UnknownModelPolicy.ACCEPTED);
    JsonNode item = caller.dryRun(task("imageInference").put("model", MODEL)).data().path(0);
    assertThat(item.path("cost").isNull()).isTrue();
    assertThat(item.path("why").asString()).contains("no spec describes");
  }

  @Test
  void theyGoOnAfterARestartToo() throws Exception {
    start(UnknownModelPolicy.ACCEPTED);
    ObjectNode text = task("caption");
    ObjectNode mask = task("imageMasking");
    JsonNode textBefore = result(text);
    JsonNode maskBefore = result(mask);
    sandbox.close();
    start(UnknownModelPolicy.REFUSED);
    assertThat(caller.poll(HttpTestClient.uuid(text)).data().path(0)).isEqualTo(textBefore);
    JsonNode after = caller.poll(HttpTestClient.uuid(mask)).data().path(0);
    assertThat(after.path("maskImageUUID")).isEqualTo(maskBefore.path("maskImageUUID"));
    assertThat(after.path("maskImageURL").asString()).startsWith(sandbox.page().toString());
  }
}
