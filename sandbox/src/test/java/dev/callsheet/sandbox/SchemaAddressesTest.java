package dev.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.sandbox.page.SchemaSource;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The list of models and their schemas, as clients of Runware look them up. */
final class SchemaAddressesTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    SchemaSource schemas =
        new SchemaSource() {
          @Override
          public Optional<JsonNode> requestSchema(ModelSpec model) {
            return Optional.of(JsonNodeFactory.instance.objectNode().put("title", model.id()));
          }

          @Override
          public Optional<JsonNode> responseSchema(ModelSpec model) {
            return Optional.empty();
          }
        };
    sandbox = Sandbox.start(SandboxOptions.builder().schemas(schemas).build());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static HttpResponse<String> get(Sandbox from, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(from.page() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(sandbox, path);
    assertThat(response.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  @Test
  void theRegistryHasModelsWithTheirTaskTypes() throws Exception {
    JsonNode registry = json("registry.json");
    JsonNode flux = registry.path("models").path("runware:101@1");
    assertThat(flux.path("taskType").asString()).isEqualTo("imageInference");
    assertThat(flux.path("id").asString()).isEqualTo("bfl-flux-1-dev");
    assertThat(registry.path("models").has("fal-ai/flux/schnell")).isFalse();
    assertThat(registry.path("modalityTaskTypes").path("video").asString())
        .isEqualTo("videoInference");
    assertThat(registry.path("architectureTaskTypes").isObject()).isTrue();
    assertThat(registry.path("version").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"runware%3A101%401", "runware:101@1", "bfl-flux-1-dev"})
  void aModelIsFoundByItsIdentifierOrItsPage(String name) throws Exception {
    JsonNode found = json("resolve/" + name);
    assertThat(found.path("requestSchema").path("title").asString()).isEqualTo("runware:101@1");
    assertThat(found.path("responseSchema").isNull()).isTrue();
    assertThat(found.path("documentation").asString()).endsWith("/bfl-flux-1-dev");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no:such@1", "", "%2e%2e%2f", "fal-ai%2Fflux%2Fschnell"})
  void anUnknownModelIsNotFound(String name) throws Exception {
    assertThat(get(sandbox, "resolve/" + name).statusCode()).isBetween(400, 404);
  }

  @Test
  void aSandboxWithoutSchemasSaysSo() throws Exception {
    try (Sandbox bare = Sandbox.start(SandboxOptions.defaults())) {
      HttpResponse<String> response = get(bare, "resolve/runware:101@1");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).contains("started without schemas");
    }
  }
}
