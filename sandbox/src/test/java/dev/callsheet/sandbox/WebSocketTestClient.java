package dev.callsheet.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a sandbox as any program does: over WebSocket. */
final class WebSocketTestClient implements AutoCloseable, WebSocket.Listener {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long LIMIT = 20;

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final StringBuilder frame = new StringBuilder();
  private final WebSocket socket;

  private WebSocketTestClient(URI endpoint, String... headers) {
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(endpoint, this).join();
  }

  static WebSocketTestClient connect(Sandbox sandbox) {
    return new WebSocketTestClient(sandbox.socketEndpoint());
  }

  /** Connects with these headers, each name followed by its value. */
  static WebSocketTestClient connect(URI endpoint, String... headers) {
    return new WebSocketTestClient(endpoint, headers);
  }

  /** Connects and authenticates; resumes a session unless that is empty. */
  static WebSocketTestClient connectAuthenticated(Sandbox sandbox, String session)
      throws InterruptedException {
    var caller = connect(sandbox);
    var authentication = HttpTestClient.task("authentication").put("apiKey", "key-of-a-test");
    if (!session.isEmpty()) {
      authentication.put("connectionSessionUUID", session);
    }
    caller.send(authentication);
    return caller;
  }

  void send(ObjectNode... tasks) {
    sendText(HttpTestClient.array(tasks).toString());
  }

  void sendText(String message) {
    socket.sendText(message, true).join();
  }

  void ping() {
    send(HttpTestClient.task("ping").put("ping", true));
  }

  void poll(JsonNode task) {
    send(HttpTestClient.task("getResponse").put("taskUUID", HttpTestClient.uuid(task)));
  }

  /** The next frame. */
  JsonNode next() throws InterruptedException {
    var text = nextText();
    return HttpTestClient.JSON.readTree(text);
  }

  String nextText() throws InterruptedException {
    var text = frames.poll(LIMIT, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("no frame within " + LIMIT + " s");
    }
    return text;
  }

  /** The session, which the next frame names. */
  String session() throws InterruptedException {
    return next().at("/data/0/connectionSessionUUID").asString();
  }

  boolean hasReceivedNothing(Duration time) throws InterruptedException {
    return frames.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  /**
   * The status that the server closes the connection with; -1 when it breaks.
   *
   * <p>Java's WebSocket does not tell of an end that comes while it hands over a message; that one
   * is found by writing.
   */
  int closeStatus() throws InterruptedException {
    for (int second = 0; second < LIMIT; second++) {
      try {
        return end.get(1, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      } catch (TimeoutException notYet) {
        var unused =
            socket
                .sendPong(ByteBuffer.allocate(0))
                .whenComplete(
                    (sent, failure) -> {
                      if (failure != null) {
                        end.complete(-1);
                      }
                    });
      }
    }
    throw new AssertionError("the connection is open after " + LIMIT + " s");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    frame.append(part);
    if (last) {
      frames.add(frame.toString());
      frame.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    end.complete(status);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end.complete(-1);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
