package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCommandTest {
  @Test
  void printsTheSchemaAndNothingElse() {
    CommandResult outcome = CommandResult.run("schema", "klingai:kling-video@o3-pro");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(JsonMapper.shared().readTree(outcome.out()).path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void anUnknownModelIsAUserError() {
    CommandResult outcome = CommandResult.run("schema", "klingai:kling-video@o3-por");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("did you mean 'klingai:kling-video@o3-pro'?");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void printsTheSchemaOfSpecFiles() {
    CommandResult outcome = CommandResult.run("schema", "--spec-language");
    assertThat(outcome.status()).isEqualTo(ExitStatus.DONE);
    assertThat(JsonMapper.shared().readTree(outcome.out()).path("$id").stringValue())
        .isEqualTo("urn:callsheet:spec:1");
  }

  @Test
  void allModelsAreOneDocumentOfOpenApi() {
    CommandResult outcome = CommandResult.run("schema", "--openapi", "--platform", "runware");
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitStatus.DONE);
    JsonNode document = JsonMapper.shared().readTree(outcome.out());
    assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    assertThat(document.at("/components/schemas").propertyNames())
        .contains("KlingVIDEO30OmniProRequest", "KlingVIDEO30OmniProResult", "RunwareRequest");
    assertThat(document.at("/components/schemas/RunwareRequest/discriminator/mapping"))
        .anySatisfy(
            reference ->
                assertThat(reference.asString())
                    .isEqualTo("#/components/schemas/KlingVIDEO30OmniProRequest"));
  }

  @Test
  void aPlatformWithoutModelsIsAUserError() {
    CommandResult outcome = CommandResult.run("schema", "--openapi", "--platform", "nobody");
    assertThat(outcome.status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(outcome.err()).contains("no models of the platform 'nobody'");
    assertThat(CommandResult.run("schema", "--platform", "runware", "x").err())
        .contains("--platform chooses the models of --openapi");
  }

  @Test
  void aModelOrTheSpecLanguageIsAskedFor() {
    assertThat(CommandResult.run("schema").status()).isEqualTo(ExitStatus.USER_ERROR);
    assertThat(CommandResult.run("schema", "--spec-language", "klingai:kling-video@o3-pro").err())
        .contains("--spec-language");
  }
}
