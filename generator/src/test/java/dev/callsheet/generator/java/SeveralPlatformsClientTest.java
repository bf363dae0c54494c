package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated classes of three platforms and one client, which is told nothing but keys: two of the
 * platforms it comes with, the third its models describe.
 */
class SeveralPlatformsClientTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n a heron";
  private static final String PROGRAM =
      """
      package studio;

      import com.acme.easel.Easel;
      import com.acme.flux1schnell.Flux1Schnell;
      import com.acme.fluxschnell.FluxSchnell;
      import dev.callsheet.runtime.client.CallsheetClient;
      import dev.callsheet.runtime.client.budget.Budget;
      import java.nio.file.Path;
      import java.time.Duration;
      import java.util.Map;

      public final class Studio {
        public static String paint(Map<String, String> environment, Path out) {
          try (var client =
              CallsheetClient.builder()
                  .environment(environment)
                  .journal(out.resolve("journal"))
                  .budget(Budget.of("0.02").withUnknownPriceAllowance("0.01"))
                  .build()) {
            var fal = client.submit(Flux1Schnell.request().prompt("A heron").numImages(2).build());
            var replicate = client.submit(FluxSchnell.request().prompt("A heron").build());
            var easel = client.submit(Easel.request().wish("A heron").build());
            var wait = Duration.ofSeconds(30);
            var first = fal.await(wait).get(0);
            first.downloadAll(out);
            var second = replicate.await(wait).get(0);
            second.download(out);
            var third = easel.await(wait).get(0);
            third.download(out);
            return first.result().images().get(0).url()
                + " " + second.result().output().get(0)
                + " " + third.result().picture().href()
                + " " + client.spending().committed()
                + " " + client.jobs().size();
          }
        }

        private Studio() {}
      }
      """;
  private static final String EASEL =
      """
      callsheet: 1
      platform: {name: easel, title: Easel}
      protocol:
        base: https://api.easel.example
        key: {variable: EASEL_TOKEN, header: X-Easel-Token, value: "{key}"}
        submit: {request: "POST /{model}", accepted: [200], reply: result}
        result: {media: [{each: /picture, url: /href}]}
        once: {refused: [401]}
      """;
  private static final String EASEL_MODEL =
      """
      callsheet: 1
      model: {id: oil, name: Easel, status: live}
      platform: easel
      required: [wish]
      parameters: {wish: {type: string, description: What to paint.}}
      response:
        properties:
          picture:
            type: object
            description: The picture.
            properties: {href: {type: string, format: uri, media: image, description: Its place.}}
      """;

  @TempDir private Path directory;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void everyRequestFindsItsPlatformItsKeyAndItsResult() throws Exception {
    Path specs = directory.resolve("specs");
    Files.createDirectories(specs.resolve("platforms"));
    Files.writeString(specs.resolve("platforms/easel.yaml"), EASEL);
    Files.writeString(specs.resolve("easel.yaml"), EASEL_MODEL);
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(specs));
    List<ModelSpec> models =
        Stream.of("fal-ai/flux/schnell", "black-forest-labs/flux-schnell", "oil")
            .map(id -> catalogue.find(id).orElseThrow())
            .toList();
    CompiledSources sources =
        CompiledSources.of(
            directory.resolve("compiled"),
            new JavaGenerator("com.acme").generate(models),
            new GeneratedFile("studio/Studio.java", PROGRAM));
    Path out = Files.createDirectory(directory.resolve("out"));

    Object said =
        sources
            .type("studio.Studio")
            .getMethod("paint", Map.class, Path.class)
            .invoke(
                null,
                Map.of(
                    "FAL_KEY",
                    "key-of-fal",
                    "REPLICATE_API_TOKEN",
                    "key-of-replicate",
                    "EASEL_TOKEN",
                    "key-of-easel",
                    "CALLSHEET_ENDPOINT_FAL",
                    address("/fal"),
                    "CALLSHEET_ENDPOINT_REPLICATE",
                    address("/replicate"),
                    "CALLSHEET_ENDPOINT_EASEL",
                    address("/easel")),
                out);

    String picture = address("/files/heron.png");
    assertThat(said).isEqualTo(picture + " " + picture + " " + picture + " 0.019 0");
    assertThat(calls)
        .containsOnlyOnce(
            "POST /fal/fal-ai/flux/schnell {\"prompt\":\"A heron\",\"num_images\":2} by Key key-of-fal",
            "POST /replicate/predictions"
                + " {\"input\":{\"prompt\":\"A heron\"},\"version\":\"black-forest-labs/flux-schnell\"}"
                + " by Bearer key-of-replicate",
            "POST /easel/oil {\"wish\":\"A heron\"} by key-of-easel");
    assertThat(calls)
        .filteredOn(call -> call.startsWith("GET /files"))
        .allMatch(call -> call.endsWith(" by no key"));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** As the platforms' documentation says, with tasks that are done at once. */
  private void answer(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(call + (body.isEmpty() ? "" : " " + body) + " by " + key(exchange));
    String task = address("/fal/fal-ai/flux/requests/f1");
    String picture = address("/files/heron.png");
    String prediction = "{'id':'r1','status':'%s','output':%s,'urls':{'get':'%s'}}";
    String answer =
        switch (call) {
          case "POST /fal/fal-ai/flux/schnell" ->
              "{'request_id':'f1','status_url':'%s/status','response_url':'%s'}"
                  .formatted(task, task);
          case "GET /fal/fal-ai/flux/requests/f1/status" -> "{'status':'COMPLETED'}";
          case "GET /fal/fal-ai/flux/requests/f1" ->
              "{'images':[{'url':'%s'},{'url':'%s'}]}".formatted(picture, picture);
          case "POST /replicate/predictions" ->
              prediction.formatted("starting", "null", address("/replicate/predictions/r1"));
          case "GET /replicate/predictions/r1" ->
              prediction.formatted(
                  "succeeded", "['" + picture + "']", address("/replicate/predictions/r1"));
          case "POST /easel/oil" -> "{'picture':{'href':'%s'}}".formatted(picture);
          case "GET /files/heron.png" -> PNG;
          default -> "";
        };
    byte[] sent = answer.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
    exchange
        .getResponseHeaders()
        .set("Content-Type", answer.equals(PNG) ? "image/png" : "application/json");
    exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, sent.length == 0 ? -1 : sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }

  private static String key(HttpExchange exchange) {
    return Stream.of("Authorization", "X-Easel-Token")
        .map(exchange.getRequestHeaders()::getFirst)
        .filter(value -> value != null)
        .findFirst()
        .orElse("no key");
  }
}
