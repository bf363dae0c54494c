package dev.callsheet.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a sandbox as any program does: over HTTP. */
final class HttpTestClient {
  static final Path REQUESTS = Path.of("../tests/requests/klingai/kling-video-3-0-omni-pro");
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private final Sandbox sandbox;

  HttpTestClient(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** A reply as it came. */
  record Response(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    JsonNode data() {
      return json().path("data");
    }

    JsonNode errors() {
      return json().path("errors");
    }

    /** The first of the errors. */
    JsonNode error() {
      return errors().path(0);
    }
  }

  Response send(ObjectNode... tasks) throws IOException, InterruptedException {
    return sendText(array(tasks).toString());
  }

  Response dryRun(ObjectNode... tasks) throws IOException, InterruptedException {
    return dryRun("1", tasks);
  }

  Response dryRun(String value, ObjectNode... tasks) throws IOException, InterruptedException {
    return exchange(post(array(tasks).toString()).header("X-Runware-Dry-Run", value).build());
  }

  Response sendText(String body) throws IOException, InterruptedException {
    return exchange(post(body).build());
  }

  Response sendTo(String address, ObjectNode... tasks) throws IOException, InterruptedException {
    return exchange(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer key-of-a-test")
            .POST(HttpRequest.BodyPublishers.ofString(array(tasks).toString()))
            .build());
  }

  Response sendWithoutHeader(ObjectNode... tasks) throws IOException, InterruptedException {
    return exchange(bare(array(tasks).toString()).build());
  }

  Response poll(String... taskUUIDs) throws IOException, InterruptedException {
    return send(
        Arrays.stream(taskUUIDs)
            .map(uuid -> task("getResponse").put("taskUUID", uuid))
            .toArray(ObjectNode[]::new));
  }

  Response get(URI uri) throws IOException, InterruptedException {
    return exchange(HttpRequest.newBuilder(uri).build());
  }

  HttpResponse<byte[]> fetch(String url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder post(String body) {
    return bare(body).header("Authorization", "Bearer key-of-a-test");
  }

  private HttpRequest.Builder bare(String body) {
    return HttpRequest.newBuilder(sandbox.endpoint())
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static Response exchange(HttpRequest request) throws IOException, InterruptedException {
    return new Response(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  static ArrayNode array(ObjectNode... tasks) {
    return JSON.createArrayNode().addAll(Arrays.asList(tasks));
  }

  static ObjectNode task(String taskType) {
    return JSON.createObjectNode().put("taskType", taskType);
  }

  /**
   * A valid task of a mode or with a property, by the name of its file, under a UUID of its own.
   */
  static ObjectNode valid(String name) {
    return read(REQUESTS.resolve("valid").resolve(name + ".json"))
        .put("taskUUID", UUID.randomUUID().toString());
  }

  /** A text-to-video task of 5 seconds under a UUID of its own. */
  static ObjectNode video() {
    ObjectNode task =
        task("videoInference")
            .put("taskUUID", UUID.randomUUID().toString())
            .put("model", "klingai:kling-video@o3-pro")
            .put("positivePrompt", "A kite crosses a harbour at noon");
    return task.put("width", 1920).put("height", 1080);
  }

  static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String uuid(JsonNode task) {
    return requireNonNull(task.path("taskUUID").stringValue());
  }
}
