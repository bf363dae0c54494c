package dev.callsheet.generator.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A request is shown as the client sends it, and a shell sends what is shown. */
class HttpRequestExampleTest {
  private static final String SHELL_SPECIAL = "\"a\" & 'b' $(touch c) `touch d` \\ !e";

  @TempDir private Path directory;

  private Optional<HttpRequestExample> example(String submit, String keyValue) throws Exception {
    Files.createDirectories(directory.resolve("platforms"));
    Files.writeString(
        directory.resolve("platforms/easel.yaml"),
        """
        callsheet: 1
        platform: {name: easel, title: Easel}
        protocol:
          base: https://api.easel.example
          key: {variable: EASEL_TOKEN, header: X-Easel-Token, value: '%s'}
          submit: {%s, accepted: [200], reply: result}
          result: {media: [{each: /picture, url: /href}]}
          once: {refused: [401]}
        """
            .formatted(keyValue, submit));
    Files.writeString(
        directory.resolve("oil.yaml"),
        """
        callsheet: 1
        model: {id: oil, name: Oil, status: live}
        platform: easel
        required: [wish]
        parameters: {wish: {type: string, description: What to paint.}}
        response: {properties: {}}
        """);
    ModelSpec model = ModelCatalogue.of(List.of(directory)).find("oil").orElseThrow();
    return HttpRequestExample.of(
        model, JsonMapper.shared().readTree("{\"wish\": \"a heron\", \"n\": 1}"));
  }

  private Optional<HttpRequestExample> example(String submit) throws Exception {
    return example(submit, "{key}");
  }

  @Test
  void whatThePlatformWantsBesideTheInputReplacesItsMembersOfThatName() throws Exception {
    assertThat(example("request: 'POST /{model}', with: {n: '2'}").orElseThrow().body().toString())
        .isEqualTo("{\"wish\":\"a heron\",\"n\":\"2\"}");
    assertThat(
            example("request: POST /x, wrap: input, with: {input: own, of: '{model}'}")
                .orElseThrow()
                .body()
                .toString())
        .isEqualTo("{\"input\":\"own\",\"of\":\"oil\"}");
  }

  @Test
  void anAddressWithANameThatStandsForNothingIsNotShown() throws Exception {
    String routes = "request: 'POST /{route}', routes: [{if: {at: /wish, oneOf: [%s]}, path: p}]";
    assertThat(example(routes.formatted("a heron")).orElseThrow().address())
        .hasToString("https://api.easel.example/p");
    assertThat(example(routes.formatted("a whale"))).isEmpty();
  }

  @Test
  void anotherServerGetsTheQueryAsWell() throws Exception {
    assertThat(
            example("request: 'POST /{model}?wait=1&of=2'")
                .orElseThrow()
                .sentTo(URI.create("http://127.0.0.1:4711/"))
                .address())
        .hasToString("http://127.0.0.1:4711/oil?wait=1&of=2");
  }

  @Test
  void anOrdinaryCommandLineHasNoMoreQuotesThanItNeeds() throws Exception {
    assertThat(example("request: 'POST /{model}'", "Bearer {key}").orElseThrow().curl())
        .startsWith(
            """
            curl https://api.easel.example/oil \\
              -H "X-Easel-Token: Bearer $EASEL_TOKEN" \\
              -H 'Content-Type: application/json' \\
              -d '{""");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aShellTakesNothingOfARequestForItsOwn() throws Exception {
    String special = SHELL_SPECIAL.replace("'", "''");
    HttpRequestExample request =
        example(
                "request: 'POST /{model}?a=$(touch_f)&b=2', headers: {X-Note: '" + special + "'}",
                special + " {key}$")
            .orElseThrow();
    Path script = Files.writeString(directory.resolve("send"), argumentsOf(request.curl()));
    ProcessBuilder shell = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
    shell.environment().put("EASEL_TOKEN", "k $(touch g) \"");
    Process sent = shell.directory(directory.toFile()).start();
    String arguments = new String(sent.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(arguments.lines().limit(7))
        .containsExactly(
            "https://api.easel.example/oil?a=$(touch_f)&b=2",
            "-H",
            "X-Easel-Token: " + SHELL_SPECIAL + " k $(touch g) \"$",
            "-H",
            "X-Note: " + SHELL_SPECIAL,
            "-H",
            "Content-Type: application/json");
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("platforms", "oil.yaml", "send");
  }

  private static String argumentsOf(String curl) {
    return "curl() { printf '%s\\n' \"$@\"; }\n" + curl + "\n";
  }
}
